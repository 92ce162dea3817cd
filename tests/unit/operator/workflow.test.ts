import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { listen } from '#src/commands/local/listen.ts';
import { isOperatorToken } from '#contact/delivery/operator-token.ts';

const run = promisify(execFile);
const secret = 'a key of more than thirty-two characters, with $ and "quotes"';

interface Workflow {
	readonly on: { readonly schedule: readonly { readonly cron: string }[] };
	readonly jobs: {
		readonly deliver: {
			readonly if: string;
			readonly steps: readonly { readonly run: string; readonly env: Record<string, string> }[];
		};
	};
}

const workflow: Workflow = parse(readFileSync('.github/workflows/deliver.yml', 'utf8'));
const { deliver } = workflow.jobs;
const [step, watch] = deliver.steps;

/** Runs the workflow's own lines against a site that judges the token as the function does. */
async function ask(DELIVERY_KEY: string): Promise<{ seen: string[]; code: number }> {
	const seen: string[] = [];
	const site = await listen(
		async (request) => {
			const [, token = ''] = (request.headers.get('authorization') ?? '').split('Bearer ');
			seen.push(`${request.method} ${new URL(request.url).pathname}`);
			return new Response(null, { status: isOperatorToken(secret, token, Date.now()) ? 200 : 401 });
		},
		{ port: 0 },
	);
	const env = { PATH: process.env.PATH, SITE_URL: `${site.url}/`, DELIVERY_KEY };
	// As the platform runs a step whose shell is bash.
	const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''];
	const code = await run('bash', args, { env }).then(
		() => 0,
		(error: { code: number }) => error.code,
	);
	await site.close();
	return { seen, code };
}

test('the scheduled workflow signs a token that the site takes', async () => {
	expect(await ask(secret)).toEqual({ seen: ['POST /contact/deliver'], code: 0 });
});

test('the scheduled workflow fails visibly when its key is not that of the site', async () => {
	expect(await ask('another key')).toMatchObject({ code: 22 });
	expect(await ask('')).toMatchObject({ code: 22 });
});

test('the scheduled workflow runs every five minutes, where a site is named', () => {
	expect(workflow.on.schedule).toEqual([{ cron: '*/5 * * * *' }]);
	expect(deliver.if).toBe("vars.SITE_URL != ''");
	expect(Object.keys(step?.env ?? {})).toEqual(['SITE_URL', 'DELIVERY_KEY']);
});

test('a run fails, and so tells its owner, when the site says that it is not well', async () => {
	for (const [status, code] of [
		[200, 0],
		[503, 22],
	] as const) {
		const asked: string[] = [];
		const site = await listen(
			async (request) => {
				asked.push(`${request.method} ${new URL(request.url).pathname}`);
				return new Response('', { status });
			},
			{ port: 0 },
		);
		const env = { PATH: process.env.PATH, SITE_URL: site.url };
		const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', watch?.run ?? ''];
		const ended = await run('bash', args, { env }).then(
			() => 0,
			(error: { code: number }) => error.code,
		);
		await site.close();
		expect({ asked, ended }).toEqual({ asked: ['GET /contact/health'], ended: code });
	}
});

test('no program that the workflow starts has the key among its arguments', () => {
	expect(step?.run).not.toContain('$DELIVERY_KEY');
});
