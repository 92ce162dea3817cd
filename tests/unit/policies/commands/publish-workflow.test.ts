import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { productionBranch } from '#src/commands/policy/git.ts';
import { identity, type Office, policies, test } from './office.ts';

interface Workflow {
	readonly on: {
		readonly push: { readonly branches: readonly string[]; readonly paths: readonly string[] };
		readonly schedule: readonly { readonly cron: string }[];
	};
	readonly permissions: Record<string, string>;
	readonly jobs: {
		readonly publish: {
			readonly steps: readonly {
				readonly run?: string;
				readonly shell?: string;
				readonly with?: Record<string, string>;
			}[];
		};
	};
}

const workflow: Workflow = parse(readFileSync('.github/workflows/publish.yml', 'utf8'));
const { steps } = workflow.jobs.publish;
const scripts = steps.flatMap(({ run, shell }) => (run && shell === 'bash' ? [run] : []));

/** A program of that name which stands before all others. */
function program(folder: string, name: string, lines: string): void {
	const file = join(folder, name);
	writeFileSync(file, `#!/usr/bin/env bash\n${lines}\n`);
	chmodSync(file, 0o755);
}

/** Runs the workflow’s own lines in a clone, on that day. Gives what `gh` was asked. */
async function runWorkflow(office: Office, day: string): Promise<string> {
	const bin = join(office.root, '.git/bin');
	mkdirSync(bin, { recursive: true });
	const asked = join(bin, 'asked');
	writeFileSync(asked, '');
	program(
		bin,
		'npm',
		`shift 3; exec "${process.execPath}" "${resolve('src/commands/policy.ts')}" "$@"`,
	);
	program(bin, 'gh', `echo "$@" >> "${asked}"`);
	const env = {
		...process.env,
		...identity,
		PATH: `${bin}:${process.env.PATH}`,
		POLICY_TODAY: day,
		GITHUB_STEP_SUMMARY: join(bin, 'summary'),
	};
	// As the platform runs a step whose shell is bash.
	for (const script of scripts)
		await promisify(execFile)('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
			cwd: office.root,
			env,
		});
	return readFileSync(asked, 'utf8');
}

/** Commits an announced version from the web page, as an editor does: one file, on the production branch. */
function announce(office: Office): void {
	const source = office.read(`${policies}/acceptable-use/2026-11-23.mdx`);
	const told = source
		.replace('kind: first', 'kind: editorial')
		.replace('"2026-11-23"', '"2026-12-01"')
		.replace('to keep the services safe', 'to keep our services safe');
	office.write(`${policies}/acceptable-use/2026-12-01.mdx`, told);
	office.commit('Announce');
	office.git('push', '--quiet');
}

const onServer = (office: Office, branch = 'main') => {
	office.git('fetch', '--quiet', 'origin');
	return office.git('show', `origin/${branch}:${policies}.lock.json`);
};
const name = 'acceptable-use@2026-12-01';

test('an editor publishes by committing one file: the workflow locks it on its day', async ({
	office,
}) => {
	announce(office);
	await runWorkflow(office, '2026-11-30');
	expect(onServer(office)).not.toContain(name);
	expect(await runWorkflow(office, '2026-12-01')).toBe('');
	expect(onServer(office)).toContain(name);
	expect(office.git('log', '-1', '--format=%s', 'origin/main').trim()).toBe(
		'Lock the policies that readers can see',
	);
	const head = office.git('rev-parse', 'origin/main');
	await runWorkflow(office, '2026-12-02');
	expect(office.git('rev-parse', 'origin/main')).toBe(head);
});

test('where nobody may push to the branch, the workflow opens the change that locks, once', async ({
	office,
}) => {
	announce(office);
	const server = office.git('remote', 'get-url', 'origin').trim();
	const hook = 'while read -r _ _ ref; do [ "$ref" != refs/heads/main ] || exit 1; done';
	program(join(server, 'hooks'), 'pre-receive', hook);
	const asked = await runWorkflow(office, '2026-12-01');
	expect(asked).toContain('pr create --base main --head lock-policies');
	expect(onServer(office)).not.toContain(name);
	expect(onServer(office, 'lock-policies')).toContain(name);
});

test('when the branch has moved on meanwhile, the next run locks', async ({ office }) => {
	announce(office);
	const server = office.git('remote', 'get-url', 'origin').trim();
	// Somebody commits between the checkout and the push.
	const other = join(office.root, '.git/other');
	office.git('clone', '--quiet', server, other);
	program(
		join(office.root, '.git/hooks'),
		'pre-push',
		`cd "${other}" && unset GIT_DIR && git commit --quiet --allow-empty --message Meanwhile && git push --quiet`,
	);
	expect(await runWorkflow(office, '2026-12-01')).toBe('');
	expect(onServer(office)).not.toContain(name);
	office.git('reset', '--quiet', '--hard', 'origin/main');
	office.git('config', 'core.hooksPath', '/dev/null');
	await runWorkflow(office, '2026-12-01');
	expect(onServer(office)).toContain(name);
});

test('the workflow runs for policies on the production branch, and daily when London’s day begins', () => {
	expect(workflow.on.push).toEqual({
		branches: [productionBranch],
		paths: [`${policies}/**`, `${policies}.lock.json`],
	});
	expect(workflow.on.schedule.map(({ cron }) => cron)).toEqual(['1 23 * * *', '1 0 * * *']);
	expect(workflow.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
	expect(steps[0]?.with?.ref).toBe(productionBranch);
	expect(scripts).toHaveLength(2);
});
