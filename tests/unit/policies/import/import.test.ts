import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { importHistory } from '#src/commands/policy/import/history.ts';
import { run } from '#src/commands/policy/run.ts';
import { plain } from '#src/policies/text/document.ts';
import { readFolder } from '#src/policies/read.ts';
import { eachInAFolder } from './each-in-a-folder.ts';
import { noted, paragraph, picture, table, tallTable, wordFile } from './word-file.ts';

const root = resolve('.');
const folder = eachInAFolder();

/** Runs the command on policies of a folder of its own; what it says, and its exit code. */
async function command(...args: string[]) {
	const said: string[] = [];
	const say = (text: string) => void said.push(text);
	const variables = { POLICY_FOLDER: join(folder(), 'policies'), POLICY_TODAY: '2026-11-23' };
	const now = () => Date.parse('2026-11-23T12:00:00Z');
	const code = await run(['import', ...args], { variables, root, now, print: say, note: say });
	return { code, said: said.join('\n').replaceAll(`${folder()}/`, '') };
}

const files = globSync('tests/imports/*').toSorted();
const library = () => readFolder(join(folder(), 'policies')).policies[0];
const written = (name: string) => readFileSync(join(folder(), 'policies/library', name), 'utf8');

test('five Markdown versions and an HTML page become a history without mistakes', async () => {
	const { code } = await command(...files, '--policy', 'library');
	expect(code).toBe(0);
	expect(readFolder(join(folder(), 'policies')).problems).toEqual([]);
	expect(
		library()?.versions.map(({ date, kind, announced }) => `${date} ${kind} ${announced}`),
	).toEqual([
		'2018-05-25 first 2018-05-25',
		'2019-09-01 material 2019-09-01',
		'2020-06-01 editorial 2020-06-01',
		'2021-03-01 material 2021-03-01',
		'2022-01-01 material 2022-01-01',
		'2024-01-01 material 2024-01-01',
	]);
});

test('clauses keep their ids by title, or else by their words, and the registry says what became of them', async () => {
	const { said } = await command(...files, '--policy', 'library');
	expect(library()?.versions.map(({ document }) => document.map(({ id }) => id).join(' '))).toEqual(
		[
			'introduction what-we-collect who-sees-it fines contact',
			'introduction what-we-collect who-sees-it fines contact',
			'introduction what-we-collect who-sees-it fines contact',
			'introduction what-we-collect who-sees-it contact',
			'introduction what-we-collect who-sees-it your-rights contact',
			'introduction what-we-collect who-sees-it opening-hours-of-the-desk your-rights contact',
		],
	);
	expect(library()?.clauses['fines']).toEqual({
		since: '2018-05-25',
		removed: '2021-03-01',
		see: ['what-we-collect'],
	});
	expect(library()?.clauses['your-rights']).toEqual({ since: '2022-01-01', see: [] });
	expect(written('policy.yaml')).toContain('your-rights: { since: "2022-01-01" }');
	expect(said).toMatch(
		/“Who can see your data” shares \d+ % of its words with “Who sees it” and keeps its id, #who-sees-it/,
	);
	expect(said).toContain(
		'#fines is gone from the version of 2021-03-01; #what-we-collect says what it said',
	);
});

test('HTML in Markdown, letters, footnotes and addresses come over as Markdown', async () => {
	await command(...files, '--policy', 'library');
	expect(written('2018-05-25.mdx')).toContain('We keep them for **six years**.\\\nAsk us');
	expect(written('2018-05-25.mdx')).toContain('[library@example.org](mailto:library@example.org)');
	const items = library()?.versions[0]?.document.flatMap(({ blocks }) =>
		blocks.filter(({ kind }) => kind === 'number'),
	);
	expect(items?.map(({ marker }) => marker)).toEqual([
		{ type: 'a', form: '()', value: 1 },
		{ type: 'a', form: '()', value: 2 },
	]);
	expect(written('2022-01-01.mdx')).toContain(
		'## Your rights[^1] {/* #your-rights */}\n\nYou can ask for a copy of your data. We answer within one month.\n\n[^1]: They follow from the law.\n',
	);
});

test('an HTML page gives its main part; what is left out or lost is told', async () => {
	const { said } = await command(...files, '--policy', 'library');
	const page = written('2024-01-01.mdx');
	expect(page).toContain('### Opening hours of the desk');
	expect(page).toContain('> Everyone has the right');
	expect(page).toContain('c. Other libraries must ask you first:');
	expect(page).not.toMatch(/Home|Town|color: red|to check/);
	expect(said).toContain('A comment was left out: “to check”.');
	expect(said).toContain('Only the main part of the page was read, not “Home Books © Town”.');
	expect(said).toContain('A table has cells over several rows or columns');
});

const png = readFileSync('.github/screenshot.png');
const word = [
	paragraph('Library privacy notice', { style: 'Title' }),
	paragraph('1. What we collect', { style: 'Heading1' }),
	paragraph('We collect your name.', { look: 'b' }),
	paragraph('by post', { list: '1' }),
	paragraph('by e-mail', { list: '1' }),
	paragraph('How long', { style: 'Heading2' }),
	paragraph('Ask first', { list: '2' }),
	paragraph('Wait', { list: '2' }),
	table([
		['What', 'How long'],
		['Loans', 'six years'],
	]),
	paragraph('2. Contact', { style: 'Heading1' }),
	picture('A map of the town'),
].join('');

test('a Word file gives headings, lists, tables and pictures', async () => {
	const file = join(folder(), 'library.docx');
	writeFileSync(file, wordFile(word, png));
	process.chdir(folder());
	const { code, said } = await command(file, '--policy', 'library', '--date', '2019-01-01');
	expect(code).toBe(0);
	expect(written('policy.yaml')).toContain('title: Library privacy notice');
	const [, words = ''] = written('2019-01-01.mdx').split('---\n\n');
	const [name = ''] = readdirSync(join(folder(), 'public/pictures'));
	expect(words).toBe(`## What we collect {/* #what-we-collect */}

**We collect your name.**

- by post
- by e-mail

### How long {/* #how-long */}

1. Ask first
2. Wait

| What | How long |
| --- | --- |
| Loans | six years |

## Contact {/* #contact */}

![A map of the town](/pictures/${name})
`);
	expect(readFileSync(join(folder(), 'public/pictures', name)).equals(png)).toBe(true);
	expect(said).not.toContain('Word');
	expect(readFolder(join(folder(), 'policies')).problems).toEqual([]);
});

test('a Word file gives numbered paragraphs under a numbered heading, footnotes by their number, and cells in their columns', async () => {
	const body = [
		paragraph('Complaints', { style: 'Heading1', list: '2' }),
		paragraph('Write to us.', { list: '2', level: 1 }),
		paragraph('We answer.', { list: '2', level: 1 }),
		paragraph('by post', { list: '1' }),
		noted('We do so within five days.'),
		tallTable([
			['What', 'Which', 'How long'],
			['Files', 'Letters', 'six years'],
			['', 'Deeds', 'for ever'],
		]),
	].join('');
	const file = join(folder(), 'library.docx');
	writeFileSync(file, wordFile(body, png));
	process.chdir(folder());
	await command(file, '--policy', 'library', '--date', '2019-01-01');
	const [, words = ''] = written('2019-01-01.mdx').split('---\n\n');
	expect(words).toBe(`## Complaints {/* #complaints */}

1. Write to us.
2. We answer.
- by post

We do so within five days.[^1]

| What | Which | How long |
| --- | --- | --- |
| Files | Letters | six years |
|  | Deeds | for ever |

[^1]: Days without bank holidays.
`);
});

test('a file for a site generator keeps its only great heading, its ids, and tells what it leaves out', async () => {
	writeFileSync(
		join(folder(), 'page-2018-01-01.md'),
		'---\ntitle: Privacy policy\n---\n{:toc}\n\nWe value privacy.\n\nWhat we access\n===\n\nYour name, see [Apple](https://www.apple.com/ "Apple privacy").\n\n## When we share it {#sharing}\n\nNever.\n\n[^1]: A note that nobody refers to.\n',
	);
	const { said } = await command(join(folder(), 'page-2018-01-01.md'), '--policy', 'library');
	expect(written('policy.yaml')).toContain('title: Privacy policy');
	expect(library()?.versions[0]?.document.map(({ id, level }) => `${level} ${id}`)).toEqual([
		'2 introduction',
		'2 what-we-access',
		'3 sharing',
	]);
	expect(written('2018-01-01.mdx')).not.toMatch(/toc|#sharing\\/);
	expect(said).toContain('{:toc} was left out');
	expect(said).toContain('The footnote [^1] was left out: no word leads to it');
	expect(said).toContain('“Apple privacy”, the title of a link, was left out');
});

test('the registry says where a clause went whose words changed a little on the way', async () => {
	writeFileSync(
		join(folder(), 'rules-2018-01-01.md'),
		'## Data\n\nWe keep your name, and we keep your address.\n\n## Addresses of computers\n\nWe may collect the address of your computer to keep the site safe. It does not say who you are.\n',
	);
	writeFileSync(
		join(folder(), 'rules-2019-01-01.md'),
		'## Data\n\nWe keep your name, and we keep your address.\n\nWe also collect the address of your computer to keep our site safe. It does not say who you are.\n',
	);
	const [first, second] = ['2018-01-01', '2019-01-01'].map((day) =>
		join(folder(), `rules-${day}.md`),
	);
	const { said } = await command(first ?? '', second ?? '', '--policy', 'library');
	expect(library()?.clauses['addresses-of-computers']?.see).toEqual(['data']);
	expect(said).toContain('#data says what it said');
});

test('a version is added to a history that is there, and a future one is a draft', async () => {
	await command(...files, '--policy', 'library');
	writeFileSync(
		join(folder(), 'next.md'),
		'## Contact\n\nWrite to us.\n\n## Fines\n\nThere are none.\n',
	);
	const { code } = await command(
		join(folder(), 'next.md'),
		'--policy',
		'library',
		'--date',
		'2027-01-01',
	);
	expect(code).toBe(0);
	const last = library()?.versions.at(-1);
	expect(last?.announced).toBeUndefined();
	expect(last?.document.map(({ id }) => id)).toEqual(['contact', 'fines-2']);
	expect(library()?.clauses['introduction']?.removed).toBe('2027-01-01');
	expect(readFolder(join(folder(), 'policies')).problems).toEqual([]);
});

for (const [what, args, message] of [
	['no file', ['--policy', 'x'], 'Name the files to import.'],
	['no policy', ['tests/imports/library-2018-05-25.md'], 'Name the policy by --policy'],
	[
		'a file that is not there',
		['tests/imports/2018-01-01.md', '--policy', 'x'],
		'There is no file tests/imports/2018-01-01.md.',
	],
	[
		'a file of another kind',
		['package.json', '--policy', 'x', '--date', '2020-01-01'],
		'package.json is none of .md',
	],
	['a file without a day', ['README.md', '--policy', 'x'], 'From which day does README.md apply?'],
	[
		'a day that does not exist',
		['README.md', '--policy', 'x', '--date', '2020-02-30'],
		'From which day does README.md apply?',
	],
	[
		'more days than files',
		['README.md', '--policy', 'x', '--date', '2020-01-01', '--date', '2020-01-02'],
		'Files and dates do not match, 1 to 2',
	],
	['an option that is none', ['README.md', '--polcy', 'x'], 'Unknown option'],
] as const)
	test(`${what} is refused in words`, async () => {
		const { code, said } = await command(...args);
		expect(code).toBe(2);
		expect(said).toContain(message);
		expect(existsSync(join(folder(), 'policies'))).toBe(false);
	});

test('a file that says what the version before says, or an older day, is refused and nothing is written', async () => {
	const [first = ''] = files;
	const same = await command(
		first,
		first,
		'--policy',
		'library',
		'--date',
		'2018-01-01',
		'--date',
		'2019-01-01',
	);
	expect(same.code).toBe(1);
	expect(same.said).toContain('says word for word what the version before it says');
	expect(existsSync(join(folder(), 'policies'))).toBe(false);
	await command(first, '--policy', 'library');
	const older = await command(files[1] ?? '', '--policy', 'library', '--date', '2017-01-01');
	expect(older.said).toContain('library has a version of 2018-05-25 already');
	expect(readdirSync(join(folder(), 'policies/library')).toSorted()).toEqual([
		'2018-05-25.mdx',
		'policy.yaml',
	]);
});

test('a file without headings takes its short bold paragraphs for them', async () => {
	writeFileSync(
		join(folder(), 'a.html'),
		'<p><b>1. Data</b></p><p>We keep it.</p><p><b>2. Rights</b></p><p>Ask us. <b>Please.</b></p>',
	);
	const target = { folder: join(folder(), 'policies'), slug: 'a', today: '2026-11-23' };
	const { decisions } = await importHistory({
		...target,
		files: [{ file: join(folder(), 'a.html'), date: '2020-01-01' }],
	});
	const document = readFolder(target.folder).policies[0]?.versions[0]?.document ?? [];
	expect(document.map(({ title }) => plain(title))).toEqual(['Data', 'Rights']);
	expect([...decisions.values()].flat().join('\n')).toContain('The file has no headings');
});
