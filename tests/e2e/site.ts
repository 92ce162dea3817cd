import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { functionEntry } from '#src/commands/build/bundle-function.ts';
import { startLocal } from '#src/commands/local/run.ts';
import { advance } from '#simulation/clock.ts';
import { solve, typed } from '#simulation/fakes.ts';

type Local = Awaited<ReturnType<typeof startLocal>>;

/** A mail as the local mailbox shows it. */
export interface Received {
	readonly id: string;
	readonly to: readonly string[];
	readonly subject: string;
	readonly text: string;
	readonly html: string;
}

/** The built site with its function, store and mailbox, one for each worker; and the mails that hold a text. */
export const test = base.extend<
	{ received: (text: string) => Promise<Received[]> },
	{ local: Local }
>({
	local: [
		// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
		async ({}, use) => {
			// All tests of a worker are one network, and together they send more than one may in an hour.
			Object.assign(process.env, {
				ENQUIRIES_PER_HOUR: '1000',
				ENQUIRIES_PER_NETWORK_AND_HOUR: '1000',
			});
			const stateDirectory = await mkdtemp(join(tmpdir(), 'site-'));
			const local = await startLocal({
				port: 0,
				directory: 'dist',
				functionEntry,
				stateDirectory,
			});
			await use(local);
			await local.close();
			await rm(stateDirectory, { recursive: true });
		},
		{ scope: 'worker' },
	],
	baseURL: ({ local }, use) => use(local.url),
	received: ({ local }, use) =>
		use(async (text) => {
			const response = await fetch(new URL('/_mailbox/messages.json', local.url));
			const mails: Received[] = await response.json();
			return mails.filter((mail) => mail.text.includes(text));
		}),
});

let serial = 0;

/** A text that no other test sends. */
export const unique = (): string => `Message ${process.pid}.${++serial}. ${typed.message}`;

/** Fills in the fields of the contact form as a person would, without the question. */
export async function fillIn(page: Page, message: string): Promise<void> {
	await page.getByLabel('Your name').fill(typed.name);
	await page.getByLabel('E-mail address').fill(typed.email);
	await page.getByRole('radio', { name: 'Sales' }).check();
	await page.getByLabel('Your message').fill(message);
}

/** Reads the sum on the page and answers it, some seconds after it was asked. */
export async function answerSum(page: Page): Promise<void> {
	const sum = page.locator('.sum', { hasText: /\d/ });
	await sum.waitFor();
	advance(5_000);
	await page.locator('#answer').fill(String(solve((await sum.textContent()) ?? '')));
}

export const send = (page: Page) => page.getByRole('button', { name: 'Send' }).first().click();
