import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { run } from '#src/commands/policy/run.ts';

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
}

export const policies = 'src/content/policies';

function openOffice(root: string): Office {
	const git = (...args: readonly string[]) =>
		execFileSync('git', [...args], {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...identity },
		});
	const office: Office = {
		root,
		git,
		day: '2026-11-25',
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
				variables: {},
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
		cpSync('src/content', join(root, 'src/content'), { recursive: true });
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
