import { expect, test } from '@playwright/test';
import type { ErrorResponse } from 'resend';
import { MAILBOX_PATH } from '#src/commands/local/mailbox/mailbox.ts';
import { type Provider, resendMailer, type SendResult } from '#contact/delivery/provider/mailer.ts';
import { cut, type Fault, mailError, silence } from '#simulation/delivery/faults.ts';
import { FaultProxy } from '#simulation/delivery/fault-proxy.ts';
import { World } from '#simulation/delivery/world.ts';

const hour = 3_600_000;
const mail = {
	from: 'Site <site@example.com>',
	to: ['team@example.com'],
	replyTo: 'ada@example.org',
	subject: 'Sales: enquiry',
	text: 'Hello',
	html: '<p>Hello</p>',
	headers: { 'X-Enquiry-Reference': 'AB2CD3EF' },
	tags: [{ name: 'mail', value: 'AB2CD3EF-x-1' }],
};

async function send(fault?: Fault, options: Partial<Provider> = {}) {
	const world = new World();
	const proxy = new FaultProxy(world);
	const baseUrl = `${await proxy.open()}${MAILBOX_PATH}/api`;
	proxy.plan = () => fault;
	const mailer = resendMailer({ apiKey: 're_x', baseUrl, deadline: proxy.deadline, ...options });
	const sent = await mailer.send(mail, 'contact-1');
	proxy.close();
	return { sent, world };
}

test('an accepted mail is in the mailbox as it was made, with its tags and its key', async () => {
	const { sent, world } = await send();
	const [received] = world.mails();
	expect(sent).toEqual({ kind: 'accepted', id: received?.id });
	const { replyTo, ...rest } = mail;
	expect(received).toMatchObject({ ...rest, replyTo: [replyTo], idempotencyKey: 'contact-1' });
});

/** Every name in the SDK's list, with the status that the provider sends it with. */
const verdicts: Record<ErrorResponse['name'], [status: number, SendResult['kind']]> = {
	invalid_idempotency_key: [400, 'refused'],
	validation_error: [422, 'refused'],
	missing_api_key: [401, 'refused'],
	restricted_api_key: [401, 'refused'],
	invalid_api_key: [403, 'refused'],
	not_found: [404, 'refused'],
	method_not_allowed: [405, 'refused'],
	invalid_idempotent_request: [409, 'conflict'],
	concurrent_idempotent_requests: [409, 'unknown'],
	invalid_attachment: [422, 'refused'],
	invalid_from_address: [422, 'refused'],
	invalid_access: [422, 'refused'],
	invalid_parameter: [422, 'refused'],
	invalid_region: [422, 'refused'],
	missing_required_field: [422, 'refused'],
	monthly_quota_exceeded: [429, 'later'],
	daily_quota_exceeded: [429, 'later'],
	rate_limit_exceeded: [429, 'later'],
	security_error: [451, 'refused'],
	application_error: [500, 'unknown'],
	internal_server_error: [500, 'unknown'],
};

for (const [name, [status, kind]] of Object.entries(verdicts)) {
	test(`${status} ${name} means ${kind}`, async () => {
		// The keys are those of the list.
		const { sent } = await send(mailError(status, name as ErrorResponse['name']));
		expect(sent).toMatchObject({ kind, error: name });
	});
}

const odd: [string, Fault, SendResult['kind']][] = [
	['a 4xx of a name that is not on the list', mailError(418, 'teapot' as 'not_found'), 'refused'],
	['a 429 of a name that is not on the list', mailError(429, 'slow' as 'not_found'), 'later'],
	['a page with status 503', { lands: false, answer: { status: 503, body: '<h1>' } }, 'unknown'],
	['a page with status 403', { lands: false, answer: { status: 403, body: '<h1>' } }, 'unknown'],
	['an error without a status', { lands: false, answer: { status: 400, body: '{}' } }, 'unknown'],
	['an error that is null', { lands: false, answer: { status: 400, body: 'null' } }, 'unknown'],
	['half an answer', { lands: true, answer: { status: 200, body: '{"id":' } }, 'unknown'],
	['an answer without an id', { lands: true, answer: { status: 200, body: '{}' } }, 'unknown'],
	['no answer', silence(false), 'unknown'],
	['a connection that is cut', cut(false), 'unknown'],
];
for (const [what, fault, kind] of odd) {
	test(`${what} means ${kind}`, async () => {
		expect((await send(fault)).sent.kind).toBe(kind);
	});
}

test('an address where nobody listens means unknown', async () => {
	const { sent } = await send(undefined, { baseUrl: 'http://127.0.0.1:1' });
	expect(sent).toEqual({ kind: 'unknown', error: 'application_error' });
});

const waits: [string, number, number][] = [
	['120', 120_000, 0],
	[new Date(Date.now() + hour).toUTCString(), hour, 60_000],
	['soon', 0, 0],
	['-5', 0, 0],
	[new Date(0).toUTCString(), 0, 0],
];
for (const [header, wait, tolerance] of waits) {
	test(`Retry-After: ${header.replace(/.*GMT/, 'a date')} asks to wait ${wait} ms`, async () => {
		const { sent } = await send(mailError(429, 'rate_limit_exceeded', { 'retry-after': header }));
		const asked = sent.kind === 'later' ? (sent.wait ?? 0) : -1;
		expect(Math.abs(asked - wait)).toBeLessThanOrEqual(tolerance);
	});
}

for (const name of ['daily_quota_exceeded', 'monthly_quota_exceeded'] as const) {
	test(`${name} waits an hour at least`, async () => {
		const wait = async (after: string) => {
			const { sent } = await send(mailError(429, name, { 'retry-after': after }));
			return 'wait' in sent && sent.wait;
		};
		expect(await wait('5')).toBe(hour);
		expect(await wait('7200')).toBe(2 * hour);
	});
}

test('only a refusal of the key or the domain is about every mail', async () => {
	const about = async (status: number, name: ErrorResponse['name']) => {
		const { sent } = await send(mailError(status, name));
		return 'account' in sent && sent.account;
	};
	expect(await about(401, 'missing_api_key')).toBe(true);
	expect(await about(403, 'invalid_api_key')).toBe(true);
	expect(await about(401, 'restricted_api_key')).toBe(true);
	expect(await about(403, 'validation_error')).toBe(true);
	expect(await about(422, 'validation_error')).toBe(false);
	expect(await about(429, 'daily_quota_exceeded')).toBe(false);
});
