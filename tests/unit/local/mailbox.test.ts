import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { type CreateEmailOptions, type ErrorResponse, Resend } from 'resend';
import { listen } from '#src/commands/local/listen.ts';
import { createMailbox, type Mailbox } from '#src/commands/local/mailbox/mailbox.ts';

const HOUR = 60 * 60 * 1000;
const NOON = Date.parse('2026-11-23T12:00:00.000Z');

const MAIL = {
	from: 'Website <enquiries@example.com>',
	to: 'team@example.com',
	replyTo: 'Ada Lovelace <ada@example.com>',
	subject: 'Sales enquiry K7M-2QX',
	text: 'Hello',
	html: '<p>Hello</p>',
	headers: { 'X-Contact-Score': '0' },
} satisfies CreateEmailOptions;

const ask = (mailbox: Mailbox, path: string, init?: RequestInit) =>
	mailbox.fetch(new Request(`http://127.0.0.1:8888/_mailbox${path}`, init));

/** Sends a payload in the provider's own spelling; the answer's status and body. */
async function post(
	mailbox: Mailbox,
	payload: unknown,
	headers: Record<string, string> = {},
): Promise<{ status: number; body: Partial<ErrorResponse> & { id?: string } }> {
	const response = await ask(mailbox, '/api/emails', {
		method: 'POST',
		headers: { authorization: 'Bearer re_test', ...headers },
		body: typeof payload === 'string' ? payload : JSON.stringify(payload),
	});
	return { status: response.status, body: await response.json() };
}

const mailFile = () => test.info().outputPath('deep/mails.sqlite');

/** Uses a mailbox in this test's file, as one run after another does. */
async function withFile<T>(use: (mailbox: Mailbox) => Promise<T>): Promise<T> {
	const mailbox = createMailbox({ file: mailFile() });
	return use(mailbox).finally(mailbox.close);
}

/** What stands in all files of the mailbox. */
async function kept(): Promise<string> {
	const folder = dirname(mailFile());
	const files = await readdir(folder);
	return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join();
}

const wire = { from: 'a@example.com', to: ['b@example.com'], subject: 'Hello', text: 'Hello' };

test.describe('the mailbox, asked by the real SDK', () => {
	async function withSdk(use: (resend: Resend, mailbox: Mailbox) => Promise<void>, key = 're_x') {
		const mailbox = createMailbox({ now: () => NOON });
		const server = await listen((request) => mailbox.fetch(request), { port: 0 });
		await use(new Resend(key, { baseUrl: `${server.url}/_mailbox/api` }), mailbox).finally(
			server.close,
		);
	}

	test('keeps a mail and gives back its id', async () => {
		await withSdk(async (resend, mailbox) => {
			const { data, error } = await resend.emails.send(MAIL, { idempotencyKey: 'contact/1' });
			expect(error).toBeNull();
			expect(data?.id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
			expect(mailbox.messages()).toEqual([
				{
					id: data?.id,
					at: '2026-11-23T12:00:00.000Z',
					from: 'Website <enquiries@example.com>',
					to: ['team@example.com'],
					replyTo: ['Ada Lovelace <ada@example.com>'],
					subject: 'Sales enquiry K7M-2QX',
					text: 'Hello',
					html: '<p>Hello</p>',
					headers: { 'X-Contact-Score': '0' },
					attachments: [],
					idempotencyKey: 'contact/1',
				},
			]);
		});
	});

	test('says what was left out with null, an empty list or an empty object', async () => {
		await withSdk(async (resend, mailbox) => {
			await resend.emails.send({ from: MAIL.from, to: MAIL.to, subject: 'Hello', text: 'Hello' });
			expect(mailbox.messages()).toEqual([
				expect.objectContaining({ replyTo: [], html: null, headers: {}, idempotencyKey: null }),
			]);
		});
	});

	test('refuses as values, which the SDK hands on unchanged', async () => {
		await withSdk(async (resend, mailbox) => {
			const { data, error } = await resend.emails.send({ ...MAIL, to: [] });
			expect(data).toBeNull();
			expect(error).toEqual({
				statusCode: 422,
				name: 'validation_error',
				message: 'Invalid `to` field. It must hold 1 to 50 addresses.',
			});
			expect(mailbox.messages()).toEqual([]);
		});
	});

	test('refuses a key that cannot be one', async () => {
		await withSdk(async (resend) => {
			expect((await resend.emails.send(MAIL)).error?.name).toBe('invalid_api_key');
		}, 'not-a-key');
	});
});

test.describe('the mail API', () => {
	test('needs a key', async () => {
		const response = await ask(createMailbox(), '/api/emails', { method: 'POST' });
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ name: 'missing_api_key', statusCode: 401 });
	});

	const refused: [what: string, payload: unknown, name: string, named: string][] = [
		['no sender', { ...wire, from: undefined }, 'missing_required_field', '`from`'],
		['no recipient', { ...wire, to: undefined }, 'missing_required_field', '`to`'],
		['no subject', { ...wire, subject: undefined }, 'missing_required_field', '`subject`'],
		['neither text nor HTML', { ...wire, text: '' }, 'missing_required_field', '`html` or `text`'],
		['a bad sender', { ...wire, from: 'ada' }, 'validation_error', '`from`'],
		['a sender without end', { ...wire, from: 'A <a@example.com' }, 'validation_error', '`from`'],
		['a bad recipient', { ...wire, to: ['b@example.com', 'b'] }, 'validation_error', '`to`'],
		['51 recipients', { ...wire, to: Array(51).fill('b@c.example') }, 'validation_error', '`to`'],
		['a bad reply address', { ...wire, reply_to: 'a@b@c' }, 'validation_error', '`reply_to`'],
		[
			'a name that breaks the line',
			{ ...wire, from: 'A\r\nBcc: x@y.example <a@example.com>' },
			'validation_error',
			'`from`',
		],
		['a subject of two lines', { ...wire, subject: 'A\nB' }, 'validation_error', '`subject`'],
		['a header of two lines', { ...wire, headers: { A: 'b\rc' } }, 'validation_error', '`headers`'],
		['a bad header name', { ...wire, headers: { 'A:b': 'c' } }, 'validation_error', '`headers`'],
		['a header that is a number', { ...wire, headers: { A: 1 } }, 'validation_error', '`headers`'],
		[
			'an attachment without a name',
			{ ...wire, attachments: [{ content: 'aGk=' }] },
			'validation_error',
			'`attachments`',
		],
		[
			'an attachment that is not Base64',
			{ ...wire, attachments: [{ filename: 'a.ics', content: '?' }] },
			'validation_error',
			'`attachments`',
		],
		['a bad tag', { ...wire, tags: [{ name: 'a b', value: 'c' }] }, 'validation_error', '`tags`'],
		['a list', [], 'validation_error', 'JSON object'],
		['something that is not JSON', '{', 'validation_error', 'JSON object'],
	];
	for (const [what, payload, name, named] of refused) {
		test(`refuses ${what}`, async () => {
			const mailbox = createMailbox();
			const { status, body } = await post(mailbox, payload);
			expect(body).toEqual({ statusCode: 422, name, message: expect.stringContaining(named) });
			expect(status).toBe(422);
			expect(mailbox.messages()).toEqual([]);
		});
	}

	test('takes 50 recipients, copies, tags and names beyond ASCII', async () => {
		const mailbox = createMailbox();
		const { status } = await post(mailbox, {
			...wire,
			from: 'Zoë Ångström <zoe@example.com>',
			to: Array(50).fill('b@example.com'),
			cc: 'c@example.com',
			bcc: ['d@example.com'],
			tags: [{ name: 'topic', value: 'sales' }],
		});
		expect(status).toBe(200);
		expect(mailbox.messages()).toMatchObject([{ cc: ['c@example.com'], bcc: ['d@example.com'] }]);
	});

	test('says which addresses and methods it does not have', async () => {
		const headers = { authorization: 'Bearer re_test' };
		const mailbox = createMailbox();
		const name = async (path: string, method: string) =>
			(await (await ask(mailbox, path, { method, headers })).json()).name;
		expect(await name('/api/domains', 'POST')).toBe('not_found');
		expect(await name('/api/emails', 'DELETE')).toBe('method_not_allowed');
		expect(await name('/api/emails/x', 'POST')).toBe('not_found');
	});
});

test.describe('an idempotency key', () => {
	const key = (value: string) => ({ 'idempotency-key': value });

	test('gives the first answer again and sends no second mail', async () => {
		const mailbox = createMailbox();
		const first = await post(mailbox, wire, key('k'));
		expect(await post(mailbox, wire, key('k'))).toEqual(first);
		expect(mailbox.messages()).toHaveLength(1);
	});

	test('is refused with another payload', async () => {
		const mailbox = createMailbox();
		await post(mailbox, wire, key('k'));
		const { status, body } = await post(mailbox, { ...wire, text: 'Other' }, key('k'));
		expect([status, body.name]).toEqual([409, 'invalid_idempotent_request']);
		expect(mailbox.messages()).toHaveLength(1);
	});

	test('is not spent by a payload that is refused', async () => {
		const mailbox = createMailbox();
		await post(mailbox, { ...wire, to: [] }, key('k'));
		expect((await post(mailbox, wire, key('k'))).status).toBe(200);
	});

	test('has 1 to 256 characters', async () => {
		const mailbox = createMailbox();
		for (const value of ['', 'k'.repeat(257)]) {
			const { status, body } = await post(mailbox, wire, key(value));
			expect([status, body.name]).toEqual([400, 'invalid_idempotency_key']);
		}
		expect((await post(mailbox, wire, key('k'.repeat(256)))).status).toBe(200);
	});

	test('is forgotten after 24 hours, and then the mail goes again', async () => {
		let now = NOON;
		const mailbox = createMailbox({ now: () => now });
		const first = await post(mailbox, wire, key('k'));
		now += 24 * HOUR - 1;
		expect(await post(mailbox, wire, key('k'))).toEqual(first);
		now += 1;
		const again = await post(mailbox, wire, key('k'));
		expect(again.status).toBe(200);
		expect(again.body.id).not.toBe(first.body.id);
		expect(mailbox.messages()).toHaveLength(2);
	});

	test('makes one mail of many requests at once', async () => {
		const answers = await withFile((mailbox) =>
			Promise.all(Array.from({ length: 20 }, () => post(mailbox, wire, key('k')))),
		);
		expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
		await withFile(async (mailbox) => expect(mailbox.messages()).toHaveLength(1));
	});

	test('outlives a restart and the emptying of the mailbox', async () => {
		const first = await withFile((mailbox) => post(mailbox, wire, key('k')));
		await withFile(async (mailbox) => mailbox.empty());
		await withFile(async (mailbox) => {
			expect(await post(mailbox, wire, key('k'))).toEqual(first);
			expect(mailbox.messages()).toEqual([]);
		});
	});

	test('that is older than a day goes with the mails', async () => {
		let now = NOON;
		const mailbox = createMailbox({ now: () => now });
		const first = await post(mailbox, wire, key('k'));
		now += 24 * HOUR;
		mailbox.empty();
		now = NOON;
		expect((await post(mailbox, wire, key('k'))).body.id).not.toBe(first.body.id);
	});
});

test.describe('the file of the mailbox', () => {
	test('holds every mail that was answered, oldest first', async () => {
		const before = await withFile(async (mailbox) => {
			for (const subject of ['one', 'two', 'three']) await post(mailbox, { ...wire, subject });
			return mailbox.messages();
		});
		expect(before.map(({ subject }) => subject)).toEqual(['one', 'two', 'three']);
		await withFile(async (mailbox) => expect(mailbox.messages()).toEqual(before));
	});

	test('holds nothing of a mail after the mailbox was emptied', async () => {
		await withFile(async (mailbox) => {
			await post(mailbox, { ...wire, text: 'a secret' }, { 'idempotency-key': 'k' });
			expect(await kept()).toMatch(/secret/);
			mailbox.empty();
			expect(await kept()).not.toMatch(/secret|example\.com/);
		});
	});

	test('has every mail that was answered before the process was killed', async () => {
		const child = spawn(process.execPath, ['--input-type=module', '-e', SENDER, mailFile()], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const answered: string[] = [];
		for await (const id of createInterface({ input: child.stdout })) {
			answered.push(id);
			if (answered.length === 25) child.kill('SIGKILL');
		}
		await once(child, 'close').catch(() => {});
		const ids = await withFile(async (mailbox) => mailbox.messages().map(({ id }) => id));
		expect(answered.length).toBeGreaterThanOrEqual(25);
		expect(ids).toEqual(expect.arrayContaining(answered));
	});
});

/** Sends without end and prints the id of each mail once it is answered. */
const SENDER = `
import { createMailbox } from '#src/commands/local/mailbox/mailbox.ts';
const mailbox = createMailbox({ file: process.argv[1] });
const body = ${JSON.stringify(JSON.stringify(wire))};
const headers = { authorization: 'Bearer re_test' };
while (true) {
	const request = new Request('http://x/_mailbox/api/emails', { method: 'POST', headers, body });
	console.log((await (await mailbox.fetch(request)).json()).id);
}`;
