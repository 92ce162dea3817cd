import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { functionEntry } from '#src/commands/build/bundle-function.ts';
import { loadFunction } from '#src/commands/local/load-function.ts';
import { startLocal } from '#src/commands/local/run.ts';
import { blobStore } from '../../../netlify/functions/contact/store.ts';
import { undelivered } from '../../delivery/undelivered.ts';

test('after a deploy, what is due is delivered', async () => {
	const stateDirectory = await mkdtemp(join(tmpdir(), 'deploy-'));
	const local = await startLocal({ port: 0, functionEntry, stateDirectory });
	const { key, record } = undelivered(Date.now());
	await blobStore('dev').create(key, record);

	// The platform calls this handler; a local run does not, so its type leaves it out.
	const { deploySucceeded } = (await loadFunction(functionEntry)) as unknown as {
		deploySucceeded: (event: { deploy: { context: string } }) => Promise<void>;
	};
	await deploySucceeded({ deploy: { context: 'dev' } });
	const mails = await (await fetch(`${local.url}/_mailbox/messages.json`)).json();
	expect(mails).toMatchObject([{ headers: { 'X-Enquiry-Reference': record.reference } }]);
	await local.close();
	await rm(stateDirectory, { recursive: true });
});
