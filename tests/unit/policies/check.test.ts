import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readFolder, readPolicies } from '#src/policies/read.ts';

/** Reads a copy of the corpus in which one file has `from` written as `to`; the messages, without the folder. */
function mistakes(file: string, from: string, to: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'policies-'));
	try {
		cpSync('tests/corpus', join(folder, 'corpus'), { recursive: true });
		cpSync('tests/corpus.lock.json', join(folder, 'corpus.lock.json'));
		const path = join(folder, 'corpus/reading-room', file);
		const source = readFileSync(path, 'utf8');
		expect(source).toContain(from);
		writeFileSync(path, source.replace(from, to));
		readPolicies(join(folder, 'corpus'));
		return [];
	} catch (error) {
		const { message } = error instanceof Error ? error : new Error(String(error));
		return message.replaceAll(`${folder}/corpus/reading-room/`, '').split('\n').slice(1);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test('the policies of the site and of the tests are without mistakes', () => {
	expect(readFolder('src/content/policies').problems).toEqual([]);
	expect(readFolder('tests/corpus').problems).toEqual([]);
});

const newest = '2027-02-01.mdx';
for (const [what, file, from, to, message] of [
	[
		'an unknown key',
		newest,
		'kind:',
		'sumary: x\nkind:',
		`${newest}:2:1 Unrecognized key: "sumary"`,
	],
	[
		'an unknown kind',
		newest,
		'kind: material',
		'kind: minor',
		`${newest}:2:7 kind: Write first, material or editorial`,
	],
	[
		'a day that does not exist',
		newest,
		'"2026-11-01"',
		'"2026-02-30"',
		`${newest}:3:12 announced: Write the date in quotes`,
	],
	[
		'a date without quotes that does not exist',
		newest,
		'"2026-11-01"',
		'2026-02-30',
		`${newest}:3:12 announced: Write the date`,
	],
	[
		'a note without a reason',
		newest,
		'    why: The shelves are full.\n',
		'',
		`${newest}:8:5 changes.1.why`,
	],
	['broken front matter', newest, 'kind: material', 'kind: [material', `${newest}:3:1`],
	[
		'a missing note',
		newest,
		'  - clause: borrowing\n    what: You may borrow as many books as you like.\n    why: The shelves are full.\n',
		'',
		`${newest}:26:1 The clause #borrowing changed: say what and why under changes.`,
	],
	[
		'a note on a clause that did not change',
		newest,
		'clause: borrowing',
		'clause: food',
		`${newest}:1:1 The changes name #food, where nothing changed.`,
	],
	[
		'too short a notice',
		newest,
		'"2026-11-01"',
		'"2027-01-15"',
		`${newest}:1:1 A material version is announced 30 days ahead: make it effective on 2027-02-14 or later`,
	],
	[
		'an announcement after the fact',
		newest,
		'"2026-11-01"',
		'"2027-02-02"',
		`${newest}:1:1 Announced on 2027-02-02, after its effective date.`,
	],
	[
		'a second first version',
		newest,
		'kind: material',
		'kind: first',
		`${newest}:1:1 The oldest version, and no other, is kind: first.`,
	],
	[
		'an id that is not registered',
		newest,
		'{/* #food */}',
		'{/* #snacks */}',
		`${newest}:47:1 The clause #snacks is not registered for this version; add it to the clauses of policy.yaml: snacks: { since: "2027-02-01" }`,
	],
	[
		'a lost clause',
		newest,
		'{/* #food */}',
		'{/* #snacks */}',
		`${newest}:1:1 The clause #food is missing. If it is meant to go, give it removed: "2027-02-01"`,
	],
	[
		'an id that comes back after its end',
		'policy.yaml',
		'food: { since: "2024-09-01" }',
		'food: { since: "2024-09-01", removed: "2026-01-05" }',
		`${newest}:47:1 The clause #food is not registered for this version; policy.yaml says it is there from 2024-09-01 to 2026-01-05.`,
	],
	[
		'an anchor that is nobody’s',
		newest,
		'{/* #renewals */}',
		'{/* #extensions */}',
		`${newest}:1:1 The anchor #extensions is not the id of a clause that policy.yaml calls removed.`,
	],
	[
		'an editorial version that changes a term',
		'2025-01-10.mdx',
		'at a time.',
		'at a time. You must not bend them.',
		'2025-01-10.mdx:1:1 This is not editorial (“must not” changed in #borrowing): call it kind: material.',
	],
] as const)
	test(`${what} is refused with its place and its cure`, () => {
		expect(mistakes(file, from, to).join('\n')).toContain(message);
	});

test('an urgent version may come sooner when it says why', () => {
	const source = readFileSync(`tests/corpus/reading-room/${newest}`, 'utf8');
	expect(source).toContain('announced: "2026-11-01"');
	const urgent = 'announced: "2027-01-15"\nurgent: The law changes on that day.';
	expect(mistakes(newest, 'announced: "2026-11-01"', urgent).join('\n')).not.toContain(
		'days ahead',
	);
});

test('every mistake of every file is told in one run', () => {
	expect(mistakes('policy.yaml', 'leadTimeDays: 30', 'leadTimeDays: 300').length).toBeGreaterThan(
		2,
	);
});
