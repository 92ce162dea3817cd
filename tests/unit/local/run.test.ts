import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { listen } from '#src/commands/local/listen.ts';
import { type LocalRun, startLocal } from '#src/commands/local/run.ts';

/** Where a module lies that a function outside this project's folder is to import. */
const from = (name: string) =>
	JSON.stringify(pathToFileURL(createRequire(import.meta.url).resolve(name)).href);

/** A function as small as one can be that stores what it is sent, and mails it after its answer. */
const FUNCTION = `
import { getStore } from ${from('@netlify/blobs')};
import { Resend } from ${from('resend')};
const environment = { ...process.env };
export default {
	config: { path: ['/send', '/stored', '/environment'] },
	async fetch(request, context) {
		const { pathname, searchParams } = new URL(request.url);
		if (pathname === '/environment') return Response.json(environment);
		const store = getStore({ name: 'contact', consistency: 'strong' });
		const key = searchParams.get('key') ?? '';
		if (pathname === '/stored') return new Response(await store.get(key));
		const { modified, etag } = await store.set(key, await request.text(), { onlyIfNew: true });
		const mail = { from: 'a@example.com', to: 'b@example.com', subject: key, text: context.ip };
		context.waitUntil(new Resend().emails.send(mail, { idempotencyKey: key }));
		return Response.json(Boolean(modified && etag));
	},
};
`;

interface Fixture {
	directory: string;
	start(options?: { env?: Record<string, string | undefined>; port?: number }): Promise<LocalRun>;
}

const test = base.extend<Fixture>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads here which fixtures this one needs.
	directory: async ({}, use, info) => {
		const directory = info.outputPath('project');
		await mkdir(join(directory, 'dist'), { recursive: true });
		await writeFile(join(directory, 'dist/index.html'), 'Home');
		await writeFile(join(directory, 'function.mjs'), FUNCTION);
		await use(directory);
	},
	start: async ({ directory }, use) => {
		const runs: LocalRun[] = [];
		await use(async ({ env = process.env, port = 0 } = {}) => {
			const run = await startLocal({ ...optionsIn(directory), env, port });
			runs.push(run);
			return run;
		});
		for (const run of runs) await run.close();
	},
});

// The function reads the environment of this process, so one run at a time.
test.describe.configure({ mode: 'default' });

const optionsIn = (directory: string) => ({
	port: 0,
	root: directory,
	directory: join(directory, 'dist'),
	functionEntry: join(directory, 'function.mjs'),
	stateDirectory: join(directory, 'state'),
});

const send = async (url: string, key: string, init: RequestInit = {}) =>
	(await fetch(`${url}/send?key=${key}`, { method: 'POST', body: 'Hello', ...init })).json();

test('the local run serves site, function, store and mailbox together', async ({ start }) => {
	const run = await start();
	expect(await (await fetch(run.url)).text()).toBe('Home');
	expect(
		await send(run.url, 'one', { headers: { 'x-nf-client-connection-ip': '203.0.113.9' } }),
	).toBe(true);
	expect(await send(run.url, 'one')).toBe(false);
	expect(await (await fetch(`${run.url}/stored?key=one`)).text()).toBe('Hello');

	await run.close();
	const again = await start();
	const mails = await (await fetch(`${again.url}/_mailbox/messages.json`)).json();
	expect(mails).toEqual([
		expect.objectContaining({ subject: 'one', text: '203.0.113.9', idempotencyKey: 'one' }),
	]);
	expect(again.mailboxUrl).toBe(`${again.url}/_mailbox/`);
	expect(await (await fetch(`${again.mailboxUrl}`)).text()).toContain('>one<');
	expect((await fetch(`${again.url}/_mailboxes`)).status).toBe(404);
});

test('mails that were left for after the answer are sent before the run closes', async ({
	start,
}) => {
	const run = await start();
	await Promise.all(Array.from({ length: 10 }, (_, n) => send(run.url, `mail-${n}`)));
	await run.close();
	const again = await start();
	expect(await (await fetch(`${again.url}/_mailbox/messages.json`)).json()).toHaveLength(10);
});

test('the key is made once, kept, and readable by its owner only', async ({ start, directory }) => {
	const env = {};
	const seen = [];
	for (let n = 0; n < 2; n += 1) {
		const run = await start({ env });
		seen.push({ ...env });
		await run.close();
	}
	const file = join(directory, 'state/challenge-key');
	const key = (await readFile(file, 'utf8')).trim();
	expect(key).toMatch(/^[\w-]{43}$/);
	expect(seen).toMatchObject([{ CHALLENGE_KEY: key }, { CHALLENGE_KEY: key }]);
	expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('the function finds its environment complete when it is loaded', async ({ start }) => {
	const run = await start();
	const environment = await (await fetch(`${run.url}/environment`)).json();
	expect(environment).toMatchObject({
		CHALLENGE_KEY: expect.stringMatching(/^[\w-]{43}$/),
		RESEND_API_KEY: expect.stringMatching(/^re_/),
		RESEND_BASE_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/_mailbox\/api$/),
		ENQUIRIES_FROM: expect.stringContaining('@example.com'),
		ENQUIRIES_TO: expect.stringContaining('@example.com'),
		NETLIFY_BLOBS_CONTEXT: expect.any(String),
	});
});

test('the environment is as before once the run is closed', async ({ start }) => {
	const env = { RESEND_API_KEY: 're_real', OTHER: '1' };
	const before = { ...env };
	const run = await start({ env });
	expect(env).not.toEqual(before);
	await run.close();
	expect(env).toEqual(before);
});

test('a mail provider that is named in full is used instead of the mailbox', async ({ start }) => {
	const env = {
		RESEND_API_KEY: 're_real',
		RESEND_BASE_URL: 'http://127.0.0.1:9/',
		CHALLENGE_KEY: 'mine',
		ENQUIRIES_TO: 'me@example.com',
	};
	const before = { ...env };
	const run = await start({ env });
	expect(env).toMatchObject(before);
	expect(run.mailboxUrl).toBeUndefined();
	expect((await fetch(`${run.url}/_mailbox/`)).status).toBe(404);
});

test('a key without the address of its provider sends nothing to real people', async ({
	start,
}) => {
	const env = { RESEND_API_KEY: 're_real', RESEND_BASE_URL: '' };
	const run = await start({ env });
	expect(env.RESEND_BASE_URL).toBe(`${run.storeUrl}/_mailbox/api`);
	expect(env.RESEND_API_KEY).not.toBe('re_real');
});

test('a run that cannot start leaves nothing behind', async ({ start, directory }) => {
	const env = {};
	const taken = await listen(async () => new Response(null), { port: 0 });
	const port = Number(new URL(taken.url).port);
	await expect(start({ env, port })).rejects.toThrow(`Port ${port} is already in use.`);
	expect(env).toEqual({});
	await taken.close();

	await writeFile(join(directory, 'function.mjs'), 'export const handler = 1');
	await expect(start({ env })).rejects.toThrow('must have a default export with a fetch method');
	await writeFile(join(directory, 'function.mjs'), 'throw new Error("broken")');
	await expect(start({ env })).rejects.toThrow('function.mjs could not be loaded');
	expect(env).toEqual({});
});

test('what was answered before the run was killed is there after it', async ({
	start,
	directory,
}) => {
	const { child, url } = await startInAnotherProcess(directory);
	const keys = Array.from({ length: 10 }, (_, n) => `key-${n}`);
	expect(await Promise.all(keys.map((key) => send(url, key)))).toEqual(keys.map(() => true));
	child.kill('SIGKILL');
	await once(child, 'exit');

	const run = await start();
	for (const key of keys) {
		expect(await (await fetch(`${run.url}/stored?key=${key}`)).text()).toBe('Hello');
		expect(await send(run.url, key), key).toBe(false);
	}
	await run.close();
	const again = await start();
	const mails: { subject: string }[] = await (
		await fetch(`${again.url}/_mailbox/messages.json`)
	).json();
	expect(mails.map(({ subject }) => subject).sort()).toEqual(keys);
});

async function startInAnotherProcess(
	directory: string,
): Promise<{ child: ChildProcess; url: string }> {
	const script = `
import { startLocal } from '#src/commands/local/run.ts';
console.log((await startLocal(${JSON.stringify(optionsIn(directory))})).url);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const { value: url = '' } = await lines.next();
	return { child, url };
}

test('the mailbox is shown under a name of this machine only', async ({ start }) => {
	const run = await start();
	const { port } = new URL(run.url);
	const ask = (host: string, path: string) =>
		new Promise<number>((resolve, reject) => {
			const request = get({ port, path, headers: { host } }, (response) => {
				response.resume();
				resolve(response.statusCode ?? 0);
			});
			request.on('error', reject);
		});
	for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
		expect(await ask(host, '/_mailbox/'), host).toBe(200);
	}
	for (const host of [`rebound.example:${port}`, '127.0.0.1.example', 'localhost.example']) {
		expect(await ask(host, '/_mailbox/messages.json'), host).toBe(403);
		expect(await ask(host, '/'), host).toBe(200);
	}
});
