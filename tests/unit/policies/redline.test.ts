import { expect, test } from '@playwright/test';
import { readPolicies } from '#src/policies/read.ts';
import type { BlockChange } from '#src/policies/redline/changes.ts';
import { changesHtml, editsHtml } from '#src/policies/redline/redline-html.ts';
import { redline } from '#src/policies/redline/redline.ts';
import { editsText } from '#src/policies/redline/redline-text.ts';
import { successors } from '#src/policies/redline/successors.ts';
import { summary, untouched } from '#src/policies/redline/summary.ts';
import { changedTerms } from '#src/policies/redline/terms.ts';
import { sentenceStarts } from '#src/policies/redline/words/tokenise.ts';
import { parse } from '#src/policies/text/parse.ts';
import { expectGolden } from '../../golden.ts';

const read = (source: string) => parse(source, 'test.mdx').document;
const clause = (text: string) => read(`## A {/* #a */}\n\n${text}`);

const lineOf = ({ cells }: BlockChange) => cells.map(({ edits }) => editsText(edits)).join(' | ');

function between(before: string, after: string): string {
	const [change] = redline(clause(before), clause(after));
	const blocks = change?.blocks ?? [];
	return blocks.map(lineOf).join('\n');
}

for (const [what, before, after, expected] of [
	[
		'shows a changed number inside its sentence',
		'We keep it for 6 years. We never sell it.',
		'We keep it for 7 years. We never sell it.',
		'We keep it for [-6-]{+7+} years. We never sell it.',
	],
	[
		'keeps the words that survive in a rewritten sentence',
		'You may complain by post to our head office.',
		'You can complain to the ombudsman, by post or on line.',
		'You [-may-]{+can+} complain{+ to the ombudsman,+} by post [-to our head office-]{+or on line+}.',
	],
	[
		'replaces a passage whole when next to nothing of it survives',
		'We may write to you.',
		'Ask at the desk whether you can have one.',
		'[-We may write to you.-]\n{+Ask at the desk whether you can have one.+}',
	],
	[
		'replaces a lone short word between two changes along with them',
		'Ask the first clerk of big desks for a card before noon.',
		'Ask the first porter of small desks for a card before noon.',
		'Ask the first [-clerk of big-]{+porter of small+} desks for a card before noon.',
	],
	[
		'keeps the words of a link whose target changed',
		'See [our notice](/old/) for more.',
		'See [our notice](/new/) for more.',
		'See [~[our notice](/old/)~][our notice](/new/) for more.',
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
		'Day | Opens\nSaturday | [-10:00-]{+11:00+}\n{+Sunday+} | {+12:00+}',
	],
] as const)
	test(`the redline ${what}`, () => expect(between(before, after)).toBe(expected));

test('a table row that only one version has is drawn cell by cell', () => {
	const before = clause('| Day | Opens |\n|---|---|\n| Saturday | 10:00 |');
	const after = clause('| Day | Opens |\n|---|---|\n| Saturday | 10:00 |\n| Sunday | 12:00 |');
	expect(changesHtml(redline(before, after)[0]?.blocks ?? [])).toContain(
		'<tr class="added"><td><ins><span class="unseen">Added: </span>Sunday',
	);
});

test('a changed link names its target to readers, and each change says so to screen readers', () => {
	const run = { text: 'notice', href: '/a&b/' };
	expect(editsHtml([{ op: 'removed', runs: [run] }])).toBe(
		'<del><span class="unseen">Removed: </span><a href="/a&amp;b/">notice</a><span class="remark"> <span class="to">&lt;/a&amp;b/&gt;</span></span></del>',
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
		['a', 'Moved: it was number 1 and is now 3. Renamed. 1 word added, 1 removed.'],
	]);
});

test('of two clauses that changed places the same one counts as moved in either direction', () => {
	const [a, b] = ['## A {/* #a */}\n\nOne.', '## B {/* #b */}\n\nTwo.'];
	const [one, other] = [read(`${a}\n\n${b}`), read(`${b}\n\n${a}`)];
	const moved = (from: typeof one, to: typeof one) =>
		redline(from, to).flatMap(({ id, moved: isMoved }) => (isMoved ? [id] : []));
	expect(moved(one, other)).toHaveLength(1);
	expect(moved(other, one)).toEqual(moved(one, other));
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
		{ kind: 'number', was: '9', is: '10' },
		{ kind: 'date', was: '1 May 2026', is: '2 May 2026' },
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

test('a clause that was merged into others names where its words went, those with most of them first', () => {
	const before = read(
		'## A {/* #a */}\n\nOne.\n\n## B {/* #b */}\n\nWe answer every letter that we get.\n\nYou can call us on any working day between nine and five.\n\n## C {/* #c */}\n\nThree.\n\n## D {/* #d */}\n\nGone for good.',
	);
	const after = read(
		'## A {/* #a */}\n\nOne.\n\nWe answer every letter that we get.\n\n## C {/* #c */}\n\nThree.\n\nYou can call us on any working day between nine and five.',
	);
	expect(successors(redline(before, after))).toEqual([{ id: 'b', see: ['c', 'a'] }]);
});

test('a redline is made once for a pair of versions', () => {
	const [from, to] = [clause('One.'), clause('Two.')];
	expect(redline(from, to)).toBe(redline(from, to));
	expect(redline(to, from)).not.toBe(redline(from, to));
	const [change] = redline(from, to);
	expect(change && changedTerms(change)).toBe(change && changedTerms(change));
});

test('abbreviations do not end a sentence, and line breaks, questions and full stops do', () => {
	const text =
		'See s. 736, e.g. Schedule No. 5 of the EU-U.S. Framework. It ends here. Or not? Yes.\nA line.';
	expect([...sentenceStarts(text)].map((start) => text.slice(start, start + 5))).toEqual([
		...['See s', 'It en', 'Or no', 'Yes.\n', 'A lin'],
	]);
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
					`# ${change.id} ${editsText(change.title)}`,
					`  ${summary(change)}`,
					...(terms.length > 0 ? [`  terms: ${terms.join('; ')}`] : []),
					...change.blocks.map(
						(block) => `  ${'  '.repeat(block.depth)}${block.kind}: ${lineOf(block)}`,
					),
				];
			});
			expectGolden(`redline-${before.date}-${version.date}.txt`, `${lines.join('\n')}\n`);
		});
}
