import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { run } from '#src/commands/policy/run.ts';
import { readFolder, readPolicies } from '#src/policies/read.ts';
import { runCheck } from '#src/policies/check/run-check.ts';
import { type Id, messages } from '#src/policies/messages/messages.ts';
import type { Message } from '#src/policies/messages/message.ts';
import { changed, draft, edit } from '../../catalogue/change.ts';
import { mistakes } from '../../catalogue/mistakes/mistakes.ts';
import { files, today } from '../../catalogue/site.ts';
import { expectGolden } from '../../golden.ts';

interface Ran {
	readonly code: number;
	readonly out: string;
	readonly notes: string;
}

interface Fixture {
	/** A folder with the invented site of the catalogue. */
	root: string;
	/** Runs a subcommand there, on the day of the catalogue. */
	policy: (args: readonly string[], variables?: Record<string, string>) => Promise<Ran>;
}

const test = base.extend<Fixture>({
	// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
	root: async ({}, use) => {
		const root = mkdtempSync(join(tmpdir(), 'check-'));
		for (const [path, text] of Object.entries(files)) write(root, path, text);
		await use(root);
		rmSync(root, { recursive: true });
	},
	policy: ({ root }, use) =>
		use(async (args, variables = {}) => {
			const [out, notes]: [string[], string[]] = [[], []];
			const code = await run(args, {
				variables: { POLICY_TODAY: today, ...variables },
				root,
				now: () => 0,
				print: (text) => void out.push(text),
				note: (text) => void notes.push(text),
			});
			return { code, out: out.join('\n'), notes: notes.join('\n') };
		}),
});

function write(root: string, path: string, text: string | Buffer): void {
	mkdirSync(join(root, dirname(path)), { recursive: true });
	writeFileSync(join(root, path), text);
}

test('the site and the policies of the tests are without mistakes', () => {
	expect(runCheck({ root: '.', variables: {} }).problems).toEqual([]);
	expect(readFolder('src/content/policies').problems).toEqual([]);
	expect(readFolder('tests/corpus').problems).toEqual([]);
});

test('reading policies tells every mistake of every file in one error', () => {
	const folder = mkdtempSync(join(tmpdir(), 'policies-'));
	cpSync('tests/corpus', join(folder, 'corpus'), { recursive: true });
	cpSync('tests/corpus.lock.json', join(folder, 'corpus.lock.json'));
	const spoil = (name: string, from: string, to: string) => {
		const path = join(folder, 'corpus/reading-room', name);
		writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
	};
	spoil('policy.yaml', 'title:', 'titel:');
	spoil('2027-02-01.mdx', 'kind: material', 'kind: minor');
	spoil('2027-09-01.mdx', '{/* #food */}', '{/* #Food */}');
	expect(() => readPolicies(join(folder, 'corpus'))).toThrow(
		/02-01\.mdx:2:7 [\s\S]*09-01\.mdx:\d+:\d+ #Food [\s\S]*policy\.yaml:1:1 /,
	);
	rmSync(folder, { recursive: true });
});

test('all is well: one line, and exit code 0', async ({ policy }) => {
	expect(await policy(['check'])).toEqual({
		code: 0,
		out: 'No mistakes in the policies, the pages and the facts.',
		notes: '',
	});
});

test('a mistake is told with its place, the line, a caret, what to do and the line to paste', async ({
	root,
	policy,
}) => {
	write(
		root,
		draft,
		changed(edit(draft, 'We collect usage', 'We collect <10 GB of usage'))[draft] ?? '',
	);
	const { code, out, notes } = await policy(['check']);
	expect({ code, out }).toEqual({ code: 1, out: '' });
	expect(notes).toBe(`${draft}:19:12 The sign < starts a tag here, and “<10 GB” is none. [angle]
  19 | We collect <10 GB of usage data. We must tell you about it within 30 days:
     |            ^^^^^^
  Write &lt; in its place, or say it in words, such as “less than”.

  19 + We collect &lt;10 GB of usage data. We must tell you about it within 30 days:

1 mistake`);
});

test('the caret stands below the mistake in a long line, which is cut', async ({
	root,
	policy,
}) => {
	write(root, draft, changed(edit(draft, '(#collection)', '(#colection)'))[draft] ?? '');
	const { notes } = await policy(['check']);
	const [, line = '', caret = ''] = notes.split('\n');
	expect(line.length).toBeLessThan(110);
	expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('colection');
});

test('a file that nobody can decode is told, and hides nothing else', async ({ root, policy }) => {
	write(root, draft, Buffer.from(`\ufeff${files[draft]}`, 'utf16le'));
	write(root, 'src/content/pages/about.md', '# About');
	const { notes } = await policy(['check']);
	expect(notes).toContain(`${draft}:1:1 The file was not saved as UTF-8`);
	expect(notes).toContain('about.md:1:1 Files that end with .md are not read');
});

test('for machines the same is a list of objects', async ({ root, policy }) => {
	write(root, draft, changed(edit(draft, '(#collection)', '(#colection)'))[draft] ?? '');
	const { code, out } = await policy(['check', '--json']);
	expect(code).toBe(1);
	expect(JSON.parse(out)).toMatchObject([
		{ id: 'link-clause', file: draft, severity: 'error', edits: [{ text: 'collection' }] },
	]);
});

test('at GitHub the line is marked, and the summary of the job holds the table', async ({
	root,
	policy,
}) => {
	const summary = join(root, 'summary.md');
	write(root, draft, changed(edit(draft, '(#collection)', '(#colection)'))[draft] ?? '');
	const { out } = await policy(['check'], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
	expect(out).toMatch(
		/^::error file=src\/content\/policies\/privacy\/2027-06-01\.mdx,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=link-clause::There is no place called/,
	);
	expect(readFileSync(summary, 'utf8')).toContain('## 1 to put right');
});

test('the summary of the job shows what readers will see changed, of versions that are not published', async ({
	root,
	policy,
}) => {
	const summary = join(root, 'summary.md');
	await policy(['check', '--github'], { GITHUB_STEP_SUMMARY: summary });
	const said = readFileSync(summary, 'utf8');
	expect(said.match(/^## .*/gm)).toEqual([
		'## No mistakes',
		'## Privacy policy: from 1 February 2027 to 1 June 2027',
	]);
	expect(said).toContain('2 of 5 clauses differ.');
	expect(said).toMatch(/<ins>.*You can come to see us\..*<\/ins>/);
});

test('what a day going by brings about refuses no build that a clock started', async ({
	root,
	policy,
}) => {
	const announced = 'announced: "2027-04-20"\n';
	write(root, draft, (files[draft] ?? '').replace(announced, ''));
	const late = { POLICY_TODAY: '2027-06-02' };
	expect((await policy(['check'], late)).code).toBe(1);
	const byClock = await policy(['check'], {
		...late,
		INCOMING_HOOK_URL: 'https://example.com/hook',
	});
	expect(byClock.code).toBe(0);
	expect(byClock.out).toContain('warning: This draft would apply from 2027-06-01');
});

test('a mistake in the facts of the company is told like any other', async ({ root, policy }) => {
	write(
		root,
		'src/company.ts',
		(files['src/company.ts'] ?? '').replace("title: 'Sales',", "title: 'Sales,"),
	);
	const { code, notes } = await policy(['check']);
	expect(code).toBe(1);
	expect(notes).toContain('src/company.ts:30:10 A quotation mark is missing here');
});

const every = Object.entries<Message>(messages);

test('every message has an example, a cure and a mistake in the catalogue', () => {
	for (const [id, { says, cure, wrong }] of every)
		expect(
			[says, cure, wrong].every((words) => words.trim() !== ''),
			id,
		).toBe(true);
	const held = new Set(Object.values(mistakes).flatMap((list) => list.map(({ id }) => id)));
	expect(
		Object.keys(messages)
			.filter((id) => !held.has(id))
			.toSorted(),
	).toEqual(rare);
});

/** Told of what no text can show: the bytes of a file, and what no rule knows when it cannot be read. */
const rare: readonly Id[] = ['encoding', 'markup-broken', 'yaml-broken'];

test('explain says what a message means, with an example, and knows what was meant', async ({
	policy,
}) => {
	const { code, out } = await policy(['explain', 'link-slash']);
	expect(code).toBe(0);
	expect(out).toContain('[privacy policy](/privacy/)');
	expect((await policy(['explain', 'link-slsh'])).notes).toContain('Did you mean link-slash?');
	expect((await policy(['explain'])).out.split('\n')).toHaveLength(every.length);
});

test('the page of messages says what the messages say', async ({ policy }) => {
	const { out } = await policy(['explain', '--markdown']);
	expectGolden('../../.github/editing/messages.md', `${out.trimEnd()}\n`);
});
