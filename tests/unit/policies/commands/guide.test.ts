import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse as parseYaml } from 'yaml';
import { frontMatter, policyFacts } from '#src/policies/versions/front-matter.ts';
import { parse } from '#src/policies/text/parse.ts';
import { type Office, policies, test } from './office.ts';

const guide = readFileSync('src/content/README.md', 'utf8');

interface Block {
	readonly language: string;
	/** What stands behind the language. */
	readonly about: string;
	readonly lines: readonly string[];
}

const blocks = [...guide.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(
	([, language = '', about = '', text = '']): Block => ({
		language,
		about,
		lines: text.trimEnd().split('\n'),
	}),
);
const examples = blocks.filter(({ language }) => language === 'diff');

/** Copies the version before and makes the changes that an example shows. */
function follow(office: Office, example: Block): void {
	const { about, lines } = example;
	const earlier = examples[examples.indexOf(example) - 1]?.about;
	const copied = earlier ?? 'policies/acceptable-use/2026-11-23.mdx';
	let text = office.read(`src/content/${copied}`);
	const steps = lines.join('\n').match(/(?:^-.*\n?)+(?:^\+.*\n?)+/gm) ?? [];
	expect(steps.length).toBeGreaterThan(1);
	for (const step of steps) {
		const side = (sign: string) =>
			step
				.split('\n')
				.filter((line) => line.startsWith(sign))
				.map((line) => line.slice(1))
				.join('\n');
		expect(text).toContain(side('-'));
		text = text.replace(side('-'), side('+'));
	}
	office.write(`src/content/${about}`, text);
}

/** Runs a line of the guide. The words in quotation marks are one argument. */
function runLine(office: Office, line: string) {
	const [, call = ''] = /^npm run policy -- (.*)$/.exec(line) ?? [];
	const words = [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(
		([, quoted, bare]) => quoted ?? bare ?? '',
	);
	return office.policy(...words);
}

test('both examples of the guide pass the check, and are locked on their days', async ({
	office,
}) => {
	expect(examples.map(({ about }) => about)).toEqual([
		'policies/acceptable-use/2027-01-11.mdx',
		'policies/acceptable-use/2027-03-01.mdx',
	]);
	for (const example of examples) {
		follow(office, example);
		expect(await office.policy('check')).toMatchObject({ code: 0, notes: '' });
		office.commit('Follow the guide');
		office.git('push', '--quiet');
	}
	office.day = '2027-01-24';
	expect((await office.policy('publish')).out).toContain('Locked acceptable-use@2027-01-11.');
	office.commit('Lock');
	office.git('push', '--quiet');
	office.day = '2027-01-25';
	expect((await office.policy('publish')).out).toContain('Locked acceptable-use@2027-03-01.');
});

test('every command of the guide does what it says', async ({ office }) => {
	for (const example of examples) follow(office, example);
	const commands = blocks.filter(({ language, about }) => language === 'sh' && about === '');
	const lines = commands.flatMap((block) => block.lines);
	expect(lines.length).toBeGreaterThan(5);
	for (const line of lines) {
		const { code, notes } = await runLine(office, line);
		expect({ line, code, notes: line.includes('publish') ? '' : notes }).toEqual({
			line,
			code: 0,
			notes: '',
		});
	}
	expect(office.exists('changes.html')).toBe(true);
	expect(office.exists(`${policies}/complaints/policy.yaml`)).toBe(true);
	expect(office.read(`${policies}/acceptable-use/2027-05-03.mdx`)).not.toContain('announced:');
});

test('the guide’s way out of a lock by mistake works', async ({ office }) => {
	for (const example of examples) follow(office, example);
	office.day = '2027-01-25';
	await office.policy('publish', '--any-branch');
	office.day = '2027-01-24';
	const [line = ''] = blocks.find(({ about }) => about === 'unlock')?.lines ?? [];
	expect(await runLine(office, line)).toMatchObject({ code: 0, notes: '' });
});

/** What leads to each message of the guide’s table. */
const mistakes: Readonly<Record<string, (office: Office, file: string) => void>> = {
	'so its words stay': (office, file) =>
		office.write(file, office.read(file).replace('It is there', 'It is here')),
	'This version was published as announced on': (office, file) =>
		office.write(file, office.read(file).replace('"2026-11-23"', '"2026-11-22"')),
	'was published and its file is gone': (office, file) => {
		office.git('mv', file, `${policies}/acceptable-use/2026-11-20.mdx`);
	},
	'is not what was published: it was edited by hand': (office) => {
		const lock = `${policies}.lock.json`;
		office.write(lock, office.read(lock).replace('lawful', 'good'));
	},
	'The lock cannot be read from here on': (office) => {
		const lock = `${policies}.lock.json`;
		office.write(lock, office.read(lock).replace('{', '<<<<<<< main\n{'));
	},
};

const [, table = ''] = guide.split('| it says | it means |');
const rows = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| ([^|-][^|]*) \|/gm)].map(
	([, message = '']) => message.trim(),
);

for (const [message, spoil] of Object.entries(mistakes))
	test(`the guide explains “${message}”, which the check says`, async ({ office }) => {
		expect(rows).toContain(message);
		expect(rows).toHaveLength(Object.keys(mistakes).length);
		spoil(office, `${policies}/acceptable-use/2026-11-23.mdx`);
		const { code, notes } = await office.policy('check');
		expect(notes).toContain(message);
		expect(code).toBe(1);
	});

test('every picture and file that the guide names is there', () => {
	const pictures = [...guide.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path);
	expect(pictures).toHaveLength(4);
	for (const path of [...pictures, '../company.ts', 'pages', 'policies'])
		expect({ path, there: existsSync(join('src/content', path)) }).toEqual({ path, there: true });
});

interface Snippet {
	readonly prefix: string;
	readonly scope: string;
	readonly body: readonly string[];
}

/** A file of settings: JSON that may have a comma before a closing bracket. */
const settings = (file: string) =>
	JSON.parse(readFileSync(`.vscode/${file}`, 'utf8').replace(/,(?=\s*[\]}])/g, ''));

const snippets: Record<string, Snippet> = settings('policies.code-snippets');

/** A snippet as it stands when every suggestion is taken. */
const taken = (prefix: string, scope: string): string => {
	const found = Object.values(snippets).find(
		(one) => one.prefix === prefix && one.scope.startsWith(scope),
	);
	const text = found?.body.join('\n') ?? '';
	return text.replace(/\$\{\d+[:|]([^,|}]*)[^}]*\}/g, '$1');
};

test('what the snippets fill in is what the check takes', () => {
	for (const name of ['version', 'clause', 'change', 'removed'])
		expect(guide).toContain(`\`${name}\``);
	const [, head = ''] = /^---\n([\s\S]*)\n---$/.exec(taken('version', 'markdown')) ?? [];
	expect(frontMatter.safeParse(parseYaml(head)).success).toBe(true);
	const change = parseYaml(`kind: material\nchanges:\n${taken('change', 'markdown')}`);
	expect(frontMatter.safeParse(change).success).toBe(true);
	expect(parse(taken('clause', 'markdown'), 'x.mdx').problems).toEqual([]);
	const registry = `${taken('clause', 'yaml')}\n${taken('removed', 'yaml').replace('id:', 'old:')}`;
	const facts = parseYaml(readFileSync(`${policies}/privacy/policy.yaml`, 'utf8'));
	const clauses = parseYaml(`clauses:\n${registry}`);
	expect(policyFacts.safeParse({ ...facts, ...clauses }).success).toBe(true);
});

test('the editor’s task reads what the check writes', async ({ office }) => {
	const { tasks } = settings('tasks.json');
	const [{ command, problemMatcher }] = tasks;
	expect(command).toBe('npm run policy -- check');
	const file = `${policies}/privacy/2027-06-01.mdx`;
	office.write(file, office.read(file).replace('kind: material', 'kind: minor'));
	const { notes } = await office.policy('check');
	const pattern = new RegExp(problemMatcher.pattern.regexp, 'm');
	expect(pattern.exec(notes)?.slice(1, 3)).toEqual([file, String(lineOf(office.read(file)))]);
});

const lineOf = (text: string) => text.split('\n').findIndex((line) => line.startsWith('kind:')) + 1;
