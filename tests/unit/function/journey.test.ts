import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { expect, test } from '@playwright/test';
import { functionEntry, functionsDirectory } from '#src/commands/build/bundle-function.ts';
import { startLocal } from '#src/commands/local/run.ts';
import { contact } from '#src/forms/contact.ts';
import { solve, typed } from '#simulation/fakes.ts';

/** The function as the platform ships it, unpacked into a folder. */
async function shipped(folder: string): Promise<string> {
	await zipFunctions([functionsDirectory], folder, { archiveFormat: 'none' });
	return join(folder, 'contact/contact.mjs');
}

const entries = {
	'as the build bundles it': async () => functionEntry,
	'as the platform ships it': shipped,
};

/** Sends the form as a person does who is asked once more for being quick; gives a way to send the same again. */
async function sender(url: string): Promise<() => Promise<Response>> {
	const { token, shown } = await (await fetch(url + contact.challenge)).json();
	const answer = String(solve(shown));
	const send = (signed: string) =>
		fetch(url + contact.action, {
			method: 'POST',
			body: new URLSearchParams({ ...typed, token: signed, answer }),
			redirect: 'manual',
		});
	const first = await send(token);
	// On a slow machine the form was not sent too quickly, and is taken at once.
	if (first.status === 303) return () => send(token);
	const [, again = ''] = /name="token" value="([^"]+)"/.exec(await first.text()) ?? [];
	return () => send(again);
}

const messages = async (url: string) => (await fetch(`${url}/_mailbox/messages.json`)).json();

for (const [how, entry] of Object.entries(entries)) {
	test(`the function ${how} asks, takes, receipts and delivers over HTTP`, async () => {
		const folder = await mkdtemp(join(tmpdir(), 'journey-'));
		const stateDirectory = join(folder, 'state');
		const local = await startLocal({ port: 0, functionEntry: await entry(folder), stateDirectory });
		const post = await sender(local.url);
		const [first, second] = [await post(), await post()];
		expect(first.status).toBe(303);
		expect(second.headers.get('location')).toBe(first.headers.get('location'));
		const receipt = await fetch(local.url + first.headers.get('location'));
		expect(receipt.status).toBe(200);
		await expect
			.poll(() => messages(local.url))
			.toMatchObject([{ to: ['enquiries@example.com'], replyTo: [typed.email] }]);
		await local.close();
		await rm(folder, { recursive: true });
	});
}

test('a function whose platform gives it no store hands the message over at once', async () => {
	const stateDirectory = await mkdtemp(join(tmpdir(), 'journey-'));
	const local = await startLocal({ port: 0, functionEntry, stateDirectory });
	delete process.env.NETLIFY_BLOBS_CONTEXT;
	const post = await sender(local.url);
	expect((await post()).status).toBe(303);
	expect(await messages(local.url)).toMatchObject([{ replyTo: [typed.email] }]);
	await local.close();
	await rm(stateDirectory, { recursive: true });
});

test('what fails behind an answer is logged by its kind, and the answer stands', async () => {
	const stateDirectory = await mkdtemp(join(tmpdir(), 'journey-'));
	const local = await startLocal({ port: 0, functionEntry, stateDirectory });
	const before = process.env.ENQUIRIES_TO;
	process.env.ENQUIRIES_TO = 'nobody';
	const logged: unknown[] = [];
	const print = console.log;
	console.log = (line: string) => logged.push(JSON.parse(line));
	try {
		expect((await fetch(local.url + contact.challenge)).status).toBe(200);
		await expect
			.poll(() => logged)
			.toMatchObject([
				{ outcome: 'challenge', status: 200 },
				{ outcome: 'failed after response', detail: 'EnvironmentError' },
			]);
	} finally {
		console.log = print;
		process.env.ENQUIRIES_TO = before;
	}
	await local.close();
	await rm(stateDirectory, { recursive: true });
});
