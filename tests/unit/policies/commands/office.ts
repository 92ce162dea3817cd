import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test as base } from '@playwright/test';
import { parse, stringify } from 'yaml';
import { run } from '#src/commands/policy/run.ts';
import { policyFacts } from '#src/policies/versions/front-matter.ts';
import { readLock, writeLock } from '#src/policies/versions/lock.ts';

/** What a command wrote, and its exit code; paths without the folder of the copy. */
export interface Ran {
	readonly code: number;
	readonly out: string;
	readonly notes: string;
}

/** A copy of the project’s content in a repository of its own, with a server that has its production branch. */
export interface Office {
	readonly root: string;
	/** Runs `npm run policy -- …` there. */
	readonly policy: (...args: readonly string[]) => Promise<Ran>;
	readonly git: (...args: readonly string[]) => string;
	readonly read: (file: string) => string;
	readonly write: (file: string, text: string) => void;
	readonly exists: (file: string) => boolean;
	/** Commits everything. */
	readonly commit: (message: string) => void;
	/** The day on which commands run, ISO; may be set. */
	day: string;
	/** The environment of the commands; may be set. */
	variables: Readonly<Record<string, string>>;
}

export const policies = 'src/content/policies';

/** The first versions of the two policies that the site began with; what came later does not touch the tests. */
const began = ['acceptable-use@2026-11-23', 'privacy@2026-11-23'];

/** Lays out pages and policies as they stood when the site began, with a draft of the privacy policy beside. */
function layOut(content: string): void {
	cpSync('src/content/pages', join(content, 'pages'), { recursive: true });
	// What the check looks at beside the words.
	for (const place of ['company.ts', 'forms', 'pages', 'layouts', 'components'])
		cpSync(join('src', place), join(content, '..', place), { recursive: true });
	cpSync('public', join(content, '../../public'), { recursive: true });
	for (const name of began) {
		const [slug = '', date = ''] = name.split('@');
		const [from, to] = [join(policies, slug), join(content, 'policies', slug)];
		cpSync(join(from, `${date}.mdx`), join(to, `${date}.mdx`));
		writeFileSync(
			join(to, 'policy.yaml'),
			registryOf(readFileSync(join(from, 'policy.yaml'), 'utf8'), date),
		);
	}
	const { lock } = readLock(policies);
	writeLock(
		join(content, 'policies'),
		Object.fromEntries(Object.entries(lock).filter(([name]) => began.includes(name))),
	);
	const privacy = join(content, 'policies/privacy');
	const text = readFileSync(join(privacy, '2026-11-23.mdx'), 'utf8');
	writeFileSync(join(privacy, '2027-06-01.mdx'), draftOf(text));
}

/** The facts of a policy as they stood on a day. */
function registryOf(source: string, day: string): string {
	const { title, description, clauses } = policyFacts.parse(parse(source));
	const then = Object.entries(clauses).filter(([, { since }]) => since <= day);
	const ids = then.map(([id, { since }]) => [id, { since }] as const);
	return stringify(
		{ title, description, leadTimeDays: 30, clauses: Object.fromEntries(ids) },
		{ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
	);
}

/** A draft that changes two clauses of the privacy policy. */
const draftOf = (text: string): string =>
	text
		.replace(/kind: first\nannounced: .*\n/, 'kind: material\n')
		.replace('Transfers outside Europe', 'Transfers to other countries')
		.replace('as the Act requires', 'as data protection law requires');

function openOffice(root: string): Office {
	const git = (...args: readonly string[]) =>
		execFileSync('git', [...args], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
			// So that a folder that is gone never leads to the repository around it.
			env: { ...process.env, ...identity, GIT_CEILING_DIRECTORIES: dirname(root) },
		});
	const office: Office = {
		root,
		git,
		day: '2026-11-25',
		variables: {},
		read: (file) => readFileSync(join(root, file), 'utf8'),
		write: (file, text) => writeFileSync(join(root, file), text),
		exists: (file) => existsSync(join(root, file)),
		commit: (message) => {
			git('add', '--all');
			git('commit', '--quiet', '--message', message);
		},
		policy: async (...args) => {
			const [out, notes]: [string[], string[]] = [[], []];
			const code = await run(args, {
				variables: office.variables,
				root,
				now: () => Date.parse(`${office.day}T12:00:00Z`),
				print: (text) => void out.push(text),
				note: (text) => void notes.push(text),
			});
			const told = (lines: string[]) => lines.join('\n').replace(/[^\s“]*?(?=src\/content\/)/g, '');
			return { code, out: told(out), notes: told(notes) };
		},
	};
	return office;
}

/** Whoever commits in a test. */
export const identity = {
	GIT_AUTHOR_NAME: 'Editor',
	GIT_AUTHOR_EMAIL: 'editor@example.org',
	GIT_COMMITTER_NAME: 'Editor',
	GIT_COMMITTER_EMAIL: 'editor@example.org',
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_SYSTEM: '/dev/null',
};

export const test = base.extend<{ office: Office }>({
	// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
	office: async ({}, use, info) => {
		const root = info.outputPath('office');
		layOut(join(root, 'src/content'));
		const office = openOffice(root);
		const server = info.outputPath('server.git');
		office.git('init', '--quiet', '--initial-branch', 'main');
		office.git('init', '--quiet', '--bare', '--initial-branch', 'main', server);
		office.git('remote', 'add', 'origin', server);
		office.commit('Begin');
		office.git('push', '--quiet', '--set-upstream', 'origin', 'main');
		await use(office);
	},
});
