import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { functionEntry } from '#src/commands/build/bundle-function.ts';
import { startLocal } from '#src/commands/local/run.ts';
import { contact } from '#src/forms/contact.ts';
import { issueChallenge } from '#contact/captcha/challenge.ts';
import { key } from '#contact/shared/keys.ts';
import { blobStore } from '#contact/enquiry/store.ts';
import { solve, typed } from '#simulation/fakes.ts';

test('fifty copies of a form at once, over HTTP, make one record, one mail and fifty identical receipts', async () => {
	const stateDirectory = await mkdtemp(join(tmpdir(), 'parallel-'));
	const local = await startLocal({ port: 0, functionEntry, stateDirectory });
	const keys = { current: key(process.env['CHALLENGE_KEY'] ?? '') };
	const { token, shown } = issueChallenge({ keys, context: 'dev', now: () => Date.now() - 20_000 });
	const body = new URLSearchParams({ ...typed, token, answer: String(solve(shown)) });
	const post = () =>
		fetch(local.url + contact.action, { method: 'POST', body, redirect: 'manual' });
	const responses = await Promise.all(Array.from({ length: 50 }, post));
	expect(responses.map(({ status }) => status)).toEqual(Array(50).fill(303));
	expect(new Set(responses.map(({ headers }) => headers.get('location'))).size).toBe(1);

	const mails = async () => (await fetch(`${local.url}/_mailbox/messages.json`)).json();
	await expect.poll(mails).toHaveLength(1);
	const records = await Array.fromAsync(blobStore('dev').list('enquiries/'));
	expect(records).toHaveLength(1);
	await local.close();
	await rm(stateDirectory, { recursive: true });
});
