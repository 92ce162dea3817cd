import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { anyDocument } from './blocks.ts';
import { canonical, hashOf } from '#src/policies/text/canonical.ts';
import { parse } from '#src/policies/text/parse.ts';
import { readPolicies } from '#src/policies/read.ts';
import { markdownFile, versionRecord } from '#src/policies/feeds/version-record.ts';
import { publish } from '#src/policies/versions/versions.ts';

const site = 'https://example.org';
const read = (source: string) => parse(source, 'test.mdx').document;

for (const [what, source] of [
	['nested lists', '- one\n- two\n\n  more\n\n  1. three\n  2. four\n- five\n\nAfter.'],
	['tables', '| a | b |\n|---|---|\n| **c** | [d](/e/) |\n\nAfter.'],
	['links with several styles', 'See [our **own** notice](/a/) and _that_.'],
	['line breaks', 'One\\\ntwo.'],
	[
		'signs that mean something in Markdown',
		'Write \\* and \\_ and \\[x\\] and \\{y\\} and 1 \\< 2 \\| 3 and a\\\\b.',
	],
	['a number at the start of a line', '1998\\. That was a year.'],
	['words that MDX takes for code', '&#101;xport your data; &#105;mport it elsewhere.'],
	['the anchors of merged clauses', 'One. {/* #old */}\n\n- two {/* #older */}'],
	['quotations', '> One.\n>\n> - two\n>   - three\n>\n> Four.\n\n> Another.\n\nAfter.'],
	['code', 'Run `rm -r *` or `` a`b `` or `` ` ``.'],
	['code in a table', '| a |\n|---|\n| `x\\|y` |'],
	['struck words', 'We ~~never~~ and ~~**always**~~ sell it.'],
	['clauses of three levels', '### B {/* #b */}\n\n#### C {/* #c */}\n\nText.'],
	['reference links', 'See [the notice][n], [n] and [N][].\n\n[n]: /notice/'],
	['addresses in angle brackets', 'See <https://example.org/a_b*c> or <a@example.org>.'],
	['rules between paragraphs', 'One.\n\n---\n\nTwo.'],
	['lists that start anywhere', '- a\n\n  7. b\n  8. c\n\n0) d\n1) e\n\n3. f'],
	[
		'letters on lines of their own',
		'The rules:\n(a) one\n(b) two\n(i) three\n(ii) four\n(c) five\nand more.',
	],
	[
		'letters in paragraphs of their own',
		'(a) one\n\n(b) two:\n\n - x\n - y\n\n(c) three\n\nAfter.',
	],
	[
		'letters with full stops, capitals and Roman numerals',
		'a. one\nb. two\n\nA) x\nB) y\n\nii. z\niii. zz\n\n(1) q\n(2) r',
	],
	['letters inside items', '1. (a) one\n   (b) two\n2. x\n   (a) three\n   (b) four\n3. y'],
	['a list that other words interrupt', '(a) one\n\nBetween.\n\n(b) two'],
	['words that look like letters of a list', '\\(a) one\n\n\\(b) two\n\nA. Milne wrote.'],
	[
		'items that start with a list or a table',
		'- - one\n  - two\n- 1. three\n- | a | b |\n  |---|---|\n  | c | d |\n- > e',
	],
	['tables inside items', '1. one\n\n   | a | b |\n   |:--|--:|\n   | c | d |\n\n   two\n2. three'],
	['how columns are set', '| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 |  | 3 | |'],
	['definition lists', 'Data\n: what we hold\n\nUse\n: one\n: two\n\n  more\n\nAfter.'],
	[
		'footnotes',
		'We keep it.[^1] Or not.[^†]\n\n[^1]: For six years.\n\n    - or seven\n\n[^†]: See above.\n\nAfter.',
	],
	[
		'abbreviations',
		'The ICO and the ICO’s site; the ICOs. The **EEA** too.\n\n*[ICO]: Information Commissioner’s Office\n*[EEA]: European Economic Area',
	],
] as const)
	test(`the canonical text keeps ${what}`, () => {
		const document = read(`## A {/* #a */}\n\n${source}`);
		const again = parse(canonical(document).replace(/^(#+) [\d.]+ /gm, '$1 '), 'test.mdx');
		expect(document.flatMap(({ blocks }) => blocks).length).toBeGreaterThan(0);
		expect(again.problems).toEqual([]);
		expect(again.document).toEqual(document);
	});

test('the canonical text numbers the headings and keeps their ids', () => {
	expect(canonical(read('## A {/* #a */}\n\nOne.\n\n### B {/* #b */}\n\nTwo.'))).toBe(
		'## 1 A {/* #a */}\n\nOne.\n\n### 1.1 B {/* #b */}\n\nTwo.\n',
	);
});

test('how a file is wrapped and spaced does not touch its hash', () => {
	const [a, b] = ['## A {/* #a */}\n\nOne two.\n* x\n', '##  A  {/* #a */}\n\n\nOne\ntwo.\n\n- x'];
	expect(canonical(read(a))).toBe(canonical(read(b)));
});

const [rules] = readPolicies('tests/corpus').map((policy) => publish(policy, '2026-11-23'));

test('the Markdown of a version holds the text that its hash is made of', () => {
	for (const edition of rules?.editions ?? []) {
		const file = rules ? markdownFile(rules, edition, site) : '';
		const [, front, text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
		expect(front).toContain(`sha256: ${hashOf(text)}`);
		expect(hashOf(text)).toBe(edition.hash);
	}
});

test('the record of versions tells dates, states, hashes and clauses', () => {
	const { versions = [] } = rules ? versionRecord(rules, site) : {};
	expect(versions.map(({ effective, state }) => `${effective} ${state}`).slice(0, 2)).toEqual([
		'2027-02-01 upcoming',
		'2026-01-05 in force',
	]);
	expect(versions[1]?.clauses.at(-1)).toEqual({
		id: 'complaints',
		number: '9',
		title: 'Complaints',
		sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
	});
	expect(versions[1]?.markdown).toBe('https://example.org/reading-room/2026-01-05.md');
});

test('whatever a policy holds, its canonical text says the same when it is read', () => {
	fc.assert(
		fc.property(anyDocument, (document) => {
			const again = parse(canonical(document).replace('## 1 A', '## A'), 'test.mdx');
			expect(again.problems).toEqual([]);
			expect(again.document).toEqual(document);
		}),
		{ numRuns: 1000 },
	);
});
