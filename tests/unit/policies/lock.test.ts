import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { extended, readLock, writeLock } from '#src/policies/versions/lock.ts';
import { differences } from '#src/policies/versions/locked-words.ts';
import { readFolder } from '#src/policies/read.ts';
import { withCopy } from './copy.ts';

const newest = '2027-02-01.mdx';
const { policies } = readFolder('tests/corpus');
const { lock } = readLock('tests/corpus');

test('a version is locked from the day of its announcement, and a draft never', () => {
	const names = (day: string) => Object.keys(extended({}, policies, day));
	expect(names('2026-10-31')).not.toContain('reading-room@2027-02-01');
	expect(names('2026-11-01')).toContain('reading-room@2027-02-01');
	expect(names('2040-01-01')).not.toContain('reading-room@2027-09-01');
});

test('the lock takes in new versions and never lets go of what it holds', () => {
	expect(extended(lock, policies, '2026-11-25')).toEqual(lock);
	const { 'reading-room@2027-02-01': published, ...older } = lock;
	expect(extended(older, policies, '2026-11-25')['reading-room@2027-02-01']).toEqual(published);
	const other = { announced: '2024-01-15', sha256: '0'.repeat(64), text: [] };
	const held = { ...lock, 'reading-room@2024-01-15': other };
	expect(extended(held, policies, '2026-11-25')).toEqual(held);
});

test('the lock is written as it is read, in order', () => {
	withCopy(({ folder }) => {
		writeLock(folder, Object.fromEntries(Object.entries(lock).toReversed()));
		expect(readFileSync(`${folder}.lock.json`, 'utf8')).toBe(
			readFileSync('tests/corpus.lock.json', 'utf8'),
		);
	});
});

for (const [what, file, from, to, message] of [
	[
		'a word',
		'2025-01-10.mdx',
		'free of charge',
		'free of any charge',
		'2025-01-10.mdx:53:21 People could read this version from 2025-01-10 on, so its words stay. These words came into #lockers: “any”. Write again: “free of charge. Ask”.',
	],
	[
		'a paragraph, taken out,',
		'2024-01-15.mdx',
		'We close on bank holidays.\n',
		'',
		'2024-01-15.mdx:12:1 People could read this version from 2024-01-15 on, so its words stay. These words of #hours went: “We close on bank holidays.”. Write again: “We close on bank holidays.”.',
	],
	[
		'a day of announcement',
		newest,
		'"2026-11-01"',
		'"2026-11-02"',
		`${newest}:3:12 This version was published as announced on 2026-11-01, and that day cannot change. Write announced: "2026-11-01"`,
	],
	[
		'the announcement, taken out',
		newest,
		'announced: "2026-11-01"\n',
		'',
		`${newest}:2:1 This version was published as announced on 2026-11-01`,
	],
] as const)
	test(`a published version in which ${what} changed is refused, at the place, with the words to restore`, () => {
		withCopy(({ change, mistakes }) => {
			change(file, from, to);
			expect(mistakes().join('\n')).toContain(message);
		});
	});

test('a version that is announced but not published yet may change, be renamed and be withdrawn', () => {
	withCopy(({ folder, change, mistakes }) => {
		const { 'reading-room@2027-02-01': _, ...older } = lock;
		writeLock(folder, older);
		expect(mistakes()).toEqual([]);
		change(newest, 'announced: "2026-11-01"\n', '');
		expect(mistakes()).toEqual([]);
		change(newest, 'as many books as', 'as many fine books as');
		expect(mistakes()).toEqual([]);
		renameSync(join(folder, 'reading-room', newest), join(folder, 'reading-room/2027-02-02.mdx'));
		expect(mistakes().join('\n')).not.toContain('published');
	});
});

test('a published version that is gone is to be brought back', () => {
	withCopy(({ folder, mistakes }) => {
		rmSync(join(folder, 'reading-room', newest));
		expect(mistakes().join('\n')).toContain(
			`${newest}:1:1 The version of 2027-02-01 of reading-room was published and its file is gone. Bring the file back as it was: ${newest}`,
		);
	});
});

test('a published version that was renamed is to be given its old name', () => {
	withCopy(({ folder, mistakes }) => {
		renameSync(join(folder, 'reading-room', newest), join(folder, 'reading-room/2027-02-03.mdx'));
		expect(mistakes().join('\n')).toContain(
			`${newest}:1:1 The version of 2027-02-01 of reading-room was published and its file is gone: it is called 2027-02-03.mdx now.`,
		);
	});
});

test('a lock that was edited by hand is named at its place, and hides nothing else', () => {
	withCopy(({ folder, change, mistakes }) => {
		const file = `${folder}.lock.json`;
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.replace('free of charge', 'at a fair price'));
		expect(mistakes().join('\n')).toContain(
			'corpus.lock.json:111:2 What the lock says of “reading-room@2025-01-10” is not what was published',
		);
		writeFileSync(file, `<<<<<<< mine\n${text}`);
		change(newest, 'kind: material', 'kind: minor');
		const [first = '', second = ''] = mistakes();
		expect(`${first}\n${second}`).toContain(`${newest}:2:7`);
		expect(`${first}\n${second}`).toContain(
			'corpus.lock.json:1:1 The lock cannot be read from here on.',
		);
	});
});

const clause = (id: string, words: string) => [
	`## 1 ${id.toUpperCase()} {/* #${id} */}`,
	'',
	words,
];

test('the words that differ are named by their clause, with two words around', () => {
	const long = 'We keep the bills of all customers for six years after the contract ends.';
	expect(differences(clause('a', long), clause('a', long.replace('six', 'seven')))).toEqual([
		{
			id: 'a',
			was: 'customers for six years after',
			is: 'customers for seven years after',
		},
	]);
	const [a, b] = [clause('a', 'One.'), clause('b', 'Two.')];
	expect(differences([...a, ...b], a)).toEqual([{ id: 'b', was: '## B Two.' }]);
	expect(differences(a, [...a, ...b])).toEqual([{ id: 'b', is: '## B Two.' }]);
	expect(differences([...a, ...b], [...b, ...a])).toEqual([{ id: '' }]);
	expect(differences(a, a)).toEqual([]);
});

test('a clause whose number shifts because of another is not called changed', () => {
	const [a, b] = [clause('a', 'One.'), clause('b', 'Two.')];
	const shifted = b.map((line) => line.replace('## 1', '## 2'));
	expect(differences([...a, ...shifted], b)).toEqual([{ id: 'a', was: '## A One.' }]);
});
