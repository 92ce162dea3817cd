import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MAILBOX_PATH } from '../local/mailbox/mailbox.ts';
import { startLocal } from '../local/run.ts';
import { meet, referenceOn, write } from '../enquiries/visitor.ts';
import { buildOnPlatform } from './deploy/platform-build.ts';
import { loadShipped } from './deploy/runtime.ts';

const typed = {
	name: 'Ada Lovelace',
	email: 'ada@example.org',
	topic: 'sales',
	message: 'A message on the way through what the platform ships.',
};

/** Faster than this, in milliseconds, and a person is asked once more. */
const unhurried = 4_000;
const look = 200;
const looks = 100;

/** How often the mail of an enquiry lies in the mailbox, as soon as it does at all. */
async function mailsWith(url: string, reference: string): Promise<number> {
	for (let count = 0; count < looks; count++) {
		const response = await fetch(`${url}${MAILBOX_PATH}/messages.json`);
		const mails: readonly { readonly subject: string }[] = await response.json();
		const found = mails.filter(({ subject }) => subject.includes(reference)).length;
		if (found > 0) return found;
		await setTimeout(look);
	}
	return 0;
}

async function journey(url: string): Promise<string> {
	const page = await fetch(`${url}/contact/`);
	if (page.status !== 200) throw new Error(`The contact page answers ${page.status}`);
	const met = await meet(url);
	await setTimeout(unhurried);
	const reference = await referenceOn(await write(url, { met, values: typed }));
	const mails = await mailsWith(url, reference);
	if (mails !== 1) throw new Error(`The mailbox holds ${reference} ${mails} times`);
	return reference;
}

/**
 * Takes the core journey, from the contact page over its question and its receipt to the mail, through what the
 * platform's own build makes of the last commit, run by the platform's own bootstrap. Installs both in a temporary folder;
 * takes some minutes and half a gigabyte.
 */
export async function run(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'deploy-'));
	try {
		const { root, directory, entry } = buildOnPlatform(folder);
		const site = await startLocal({
			port: 0,
			directory,
			root,
			functionEntry: entry,
			load: loadShipped,
			stateDirectory: join(folder, 'state'),
		});
		console.log(`sent, shown and mailed once: ${await journey(site.url)}`);
		await site.close();
	} finally {
		await rm(folder, { recursive: true });
	}
}
