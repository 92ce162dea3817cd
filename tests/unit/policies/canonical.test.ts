import { expect, test } from '@playwright/test';
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
] as const)
	test(`the canonical text keeps ${what}`, () => {
		const document = read(`## A {/* #a */}\n\n${source}`);
		const again = read(canonical(document).replace('## 1 A', '## A'));
		expect(document[0]?.blocks.length).toBeGreaterThan(0);
		expect(again).toEqual(document);
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
