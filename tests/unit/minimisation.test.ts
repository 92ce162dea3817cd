import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { functionEntry } from '#src/commands/build/bundle-function.ts';
import { startLocal } from '#src/commands/local/run.ts';
import { contact } from '#src/forms/contact.ts';
import { yourData } from '#src/forms/your-data.ts';
import { solve } from '#simulation/fakes.ts';

/** What nobody but the two people of this test types, and what their browser and network tell. */
const secrets = {
	name: 'Zebedee Quillfeather',
	email: 'zebedee.quillfeather@example.org',
	phone: '07700 900123',
	company: 'Quillfeather Umbrellas',
	account: 'SOHO-9Q7Z4',
	message: 'Vellichor and petrichor over Pontypool, please.',
	address: '203.0.113.77',
	browser: 'QuillfeatherBrowser/7.3',
} as const;

const headers = {
	'x-nf-client-connection-ip': secrets.address,
	'user-agent': secrets.browser,
	referer: `https://example.org/${encodeURIComponent(secrets.message)}`,
};

const post = (url: string, values: Record<string, string>) =>
	fetch(url, { method: 'POST', body: new URLSearchParams(values), headers, redirect: 'manual' });

/** Sends the contact form, answering until it is taken. */
async function sendContact(site: string): Promise<number> {
	const { name, email, phone, company, message } = secrets;
	const values = { name, email, phone, company, message, topic: 'sales', 'copy-to-me': 'yes' };
	let { token, shown } = await (await fetch(site + contact.challenge, { headers })).json();
	for (let round = 0; round < 3; round++) {
		const answer = String(solve(shown));
		const response = await post(site + contact.action, { ...values, token, answer });
		if (response.status === 303) return response.status;
		const page = await response.text();
		[, token] = /name="token" value="([^"]+)"/.exec(page) ?? [];
		shown = page;
	}
	return 0;
}

async function sendRequest(site: string): Promise<number> {
	const { name, email, account, message } = secrets;
	const values = { name, email, account, message, topic: 'access' };
	return (await post(site + yourData.action, values)).status;
}

/** Ways in which a text may be written without being meant to be read. */
const written = (text: string): Buffer[] => {
	const bytes = Buffer.from(text);
	return [
		bytes,
		Buffer.from(text.toLowerCase()),
		Buffer.from(text, 'utf16le'),
		Buffer.from(encodeURIComponent(text)),
		Buffer.from(new URLSearchParams({ '': text }).toString().slice(1)),
		Buffer.from(bytes.toString('base64').replace(/=+$/, '').slice(0, -1)),
		Buffer.from(bytes.toString('hex')),
	];
};

/** The secrets that bytes hold, by their names. */
const heldIn = (bytes: Buffer): string[] =>
	Object.entries(secrets).flatMap(([name, text]) =>
		written(text).some((one) => bytes.includes(one)) ? [name] : [],
	);

test('once both forms are delivered, nothing of them is on disk or in the log but in the mailbox', async ({
	browserName: _,
}, info) => {
	const stateDirectory = info.outputPath('state');
	const log: string[] = [];
	const { log: print, error } = console;
	console.log = console.error = (...words: unknown[]) => void log.push(words.join(' '));
	try {
		const local = await startLocal({ port: 0, functionEntry, stateDirectory });
		expect([await sendContact(local.url), await sendRequest(local.url)]).toEqual([303, 303]);
		const forms = async (): Promise<string[]> => {
			const mails = await (await fetch(`${local.url}/_mailbox/messages.json`)).json();
			return mails.flatMap(({ headers: all }: { headers: Record<string, string> }) =>
				all['X-Enquiry-Form'] ? [all['X-Enquiry-Form']] : [],
			);
		};
		await expect.poll(async () => (await forms()).toSorted()).toEqual(['contact', 'your-data']);
		// Finishes what is under way, so that both are delivered.
		await local.close();
	} finally {
		Object.assign(console, { log: print, error });
	}
	const files = globSync('**/*', { cwd: stateDirectory, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
	const held = files.map((file) => [file, heldIn(readFileSync(file))] as const);
	const isMailbox = (file: string) => /mail/.test(file.slice(stateDirectory.length));
	expect(held.filter(([file, names]) => !isMailbox(file) && names.length > 0)).toEqual([]);
	expect(new Set(held.filter(([file]) => isMailbox(file)).flatMap(([, names]) => names))).toEqual(
		new Set(['name', 'email', 'phone', 'company', 'account', 'message']),
	);
	expect(log.length).toBeGreaterThan(0);
	expect(heldIn(Buffer.from(log.join('\n')))).toEqual([]);
});
