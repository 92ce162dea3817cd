import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { canonical } from '#src/policies/text/canonical.ts';
import { markdown } from '#src/policies/text/markdown.ts';
import { type Block, type Document, joined, type Run } from '#src/policies/text/document.ts';
import type { Edit } from '#src/policies/redline/edits.ts';
import { parse } from '#src/policies/text/parse.ts';
import { readPolicies } from '#src/policies/read.ts';
import { changesHtml, editsHtml } from '#src/policies/redline/redline-html.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { accepted, rejected } from '#src/policies/redline/apply-changes.ts';
import { summary, countChanges, untouched } from '#src/policies/redline/summary.ts';
import { changedTerms } from '#src/policies/redline/terms.ts';
import { expectGolden } from '../../golden.ts';

const read = (source: string) => parse(source, 'test.mdx').document;
const clause = (text: string) => read(`## A {/* #a */}\n\n${text}`);

/** Edits as `kept [-removed-]{+added+}`. */
const marked = (edits: readonly Edit[]) =>
	edits
		.map(({ op, runs }) => {
			const text = markdown(runs).replaceAll('\t', ' | ');
			return op === 'kept' ? text : op === 'added' ? `{+${text}+}` : `[-${text}-]`;
		})
		.join('');

function between(before: string, after: string): string {
	const [change] = redline(clause(before), clause(after));
	const blocks = change?.blocks ?? [];
	return blocks.map(({ sentences }) => marked(sentences.flatMap(({ edits }) => edits))).join('\n');
}

for (const [what, before, after, expected] of [
	[
		'shows a changed number inside its sentence',
		'We keep it for 6 years. We never sell it.',
		'We keep it for 7 years. We never sell it.',
		'We keep it for [-6-]{+7+} years. We never sell it.',
	],
	[
		'replaces a sentence whole when less than half of it survives',
		'You may complain by post to our head office.',
		'You can complain to the ombudsman, by post or on line.',
		'[-You may complain by post to our head office.-]{+You can complain to the ombudsman, by post or on line.+}',
	],
	[
		'replaces a short word between two changes along with them',
		'Ask the first clerk of the big desk for a card before noon.',
		'Ask the first porter of the small desk for a card before noon.',
		'Ask the first [-clerk of the big-]{+porter of the small+} desk for a card before noon.',
	],
	[
		'takes the target of a link for part of the text',
		'See [our notice](/old/) for more.',
		'See [our notice](/new/) for more.',
		'See [-[our notice](/old/)-]{+[our notice](/new/)+} for more.',
	],
	[
		'adds and removes items of a list without touching the others',
		'- by post\n- telephone\n- in person',
		'- by post\n- by e-mail\n- in person',
		'by post\n[-telephone-]\n{+by e-mail+}\nin person',
	],
	[
		'compares a table by its rows',
		'| Day | Opens |\n|---|---|\n| Saturday | 10:00 |',
		'| Day | Opens |\n|---|---|\n| Saturday | 11:00 |\n| Sunday | 12:00 |',
		'Day | Opens\nSaturday | [-10:00-]{+11:00+}\n{+Sunday | 12:00+}',
	],
] as const)
	test(`the redline ${what}`, () => expect(between(before, after)).toBe(expected));

test('a table row that only one version has is drawn cell by cell', () => {
	const before = clause('| Day | Opens |\n|---|---|\n| Saturday | 10:00 |');
	const after = clause('| Day | Opens |\n|---|---|\n| Saturday | 10:00 |\n| Sunday | 12:00 |');
	expect(changesHtml(redline(before, after)[0]?.blocks ?? [])).toContain(
		'<tr class="added"><td><ins><span class="unseen"> added: </span>Sunday',
	);
});

test('a changed link names its target to readers, and each change says so to screen readers', () => {
	const run = { text: 'notice', href: '/a&b/' };
	expect(editsHtml([{ op: 'removed', runs: [run] }])).toBe(
		'<del><span class="unseen"> removed: </span>notice <span class="to">&lt;/a&amp;b/&gt;</span><span class="unseen"> end removed. </span></del>',
	);
});

test('a clause that was moved and renamed is told so, and its followers are not', () => {
	const before = read(
		'## A {/* #a */}\n\nOne.\n\n## B {/* #b */}\n\nTwo.\n\n## C {/* #c */}\n\nThree.',
	);
	const after = read(
		'## B {/* #b */}\n\nTwo.\n\n## C {/* #c */}\n\nThree.\n\n## Z {/* #a */}\n\nOne.',
	);
	expect(redline(before, after).map((change) => [change.id, summary(change)])).toEqual([
		['b', ''],
		['c', ''],
		['a', 'Moved: it was number 1 and is now 3. Renamed.'],
	]);
});

test('money, numbers, periods, modal verbs and negations are listed where they change', () => {
	const before =
		'A fee of £10 may apply. We answer in six weeks. You must not smoke. It opens at 9 on 1 May 2026.';
	const after =
		'A fee of £12 may apply. We answer in one month. You may smoke. It opens at 10 on 2 May 2026.';
	const [change] = redline(clause(before), clause(after));
	expect(change && changedTerms(change)).toEqual([
		{ kind: 'money', was: '£10', is: '£12' },
		{ kind: 'period', was: 'six weeks', is: 'one month' },
		{ kind: 'modal', was: 'must not', is: 'may' },
		{ kind: 'date', was: '1 may 2026', is: '2 may 2026' },
		{ kind: 'number', was: '9', is: '10' },
	]);
});

test('a sentence that only moves inside its clause changes no term', () => {
	const [change] = redline(
		clause(
			'You must pay £5. The room is warm and full of light.\n\nPlease come early in the morning.',
		),
		clause(
			'The room is warm and full of light.\n\nPlease come early in the morning. You must pay £5.',
		),
	);
	expect(change && changedTerms(change)).toEqual([]);
});

const sentence = fc.constantFrom(
	...['We keep it for 6 years.', 'We keep it for 7 years.', 'You may ask for a copy at any time.'],
	...['You must ask for a copy in writing.', 'Nobody else sees it.', 'A fee of £10 applies.'],
	...[
		'There is no fee.',
		'Write to us (by post), and say who you are!',
		'Sorted – e.g. so; or not?',
	],
);
const style = fc.constantFrom<Omit<Run, 'text'>>(
	{},
	{},
	{},
	{ strong: true },
	{ em: true },
	{ href: '/a/' },
	{ href: '/b/' },
);
const runs = fc
	.array(fc.tuple(sentence, style), { minLength: 1, maxLength: 5 })
	.map((parts) =>
		joined(parts.flatMap(([text, look], index) => [{ text: index ? ' ' : '' }, { ...look, text }])),
	);
const block: fc.Arbitrary<Block> = fc.record({
	kind: fc.constantFrom('paragraph', 'bullet'),
	depth: fc.constant(1),
	runs,
	anchors: fc.constantFrom([], [], [], ['old']),
});
const document: fc.Arbitrary<Document> = fc
	.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
	.chain((ids) =>
		fc.tuple(
			...ids.map((id) =>
				fc.record({
					id: fc.constant(id),
					level: fc.constantFrom(2 as const, 2 as const, 3 as const),
					title: sentence.map((text) => [{ text }]),
					blocks: fc.array(block, { maxLength: 4 }),
				}),
			),
		),
	);

test('accepting every change gives the new text, and rejecting every change the old', () => {
	fc.assert(
		fc.property(document, document, (before, after) => {
			const changes = redline(before, after);
			expect(accepted(changes)).toEqual(after);
			expect(rejected(changes)).toEqual(before);
			expect(canonical(accepted(changes))).toBe(canonical(after));
		}),
		{ numRuns: 400 },
	);
});

test('equal texts have nothing to show', () => {
	fc.assert(
		fc.property(document, (same) => {
			expect(redline(same, structuredClone(same)).every(untouched)).toBe(true);
		}),
	);
});

test('what one direction adds, the other removes', () => {
	const sentences = (from: Document, to: Document, op: string) =>
		redline(from, to)
			.flatMap(({ blocks }) => blocks.flatMap((change) => change.sentences))
			.filter((one) => one.op === op).length;
	fc.assert(
		fc.property(document, document, (before, after) => {
			const [there, back] = [redline(before, after), redline(after, before)];
			const { added, removed, ...rest } = countChanges(there);
			expect({ ...rest, added: removed, removed: added }).toEqual(countChanges(back));
			for (const [op, mirrored] of [
				['added', 'removed'],
				['removed', 'added'],
				['changed', 'changed'],
			] as const)
				expect(sentences(before, after, op)).toBe(sentences(after, before, mirrored));
		}),
		{ numRuns: 400 },
	);
});

const [rules] = readPolicies('tests/corpus');
for (const [index, version] of (rules?.versions ?? []).entries()) {
	const before = rules?.versions[index - 1];
	if (before)
		test(`the redline of the reading room rules from ${before.date} to ${version.date} is as reviewed`, () => {
			const changes = redline(before.document, version.document);
			const lines = changes.flatMap((change) => {
				if (untouched(change)) return [`= ${change.id}`];
				const terms = changedTerms(change).map(({ was = '', is = '' }) => `${was} → ${is}`);
				return [
					`# ${change.id} ${marked(change.title)}`,
					`  ${summary(change)}`,
					...(terms.length > 0 ? [`  terms: ${terms.join('; ')}`] : []),
					...change.blocks.map(
						({ kind, depth, sentences }) =>
							`  ${'  '.repeat(depth)}${kind}: ${marked(sentences.flatMap(({ edits }) => edits))}`,
					),
				];
			});
			expectGolden(`redline-${before.date}-${version.date}.txt`, `${lines.join('\n')}\n`);
		});
}
