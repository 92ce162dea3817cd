import type { Mail } from '#contact/shared/mail.ts';
import { expect, test } from '@playwright/test';
import { type Event, signedEvent } from '#simulation/signed-event.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const secret = `whsec_${Buffer.from('what the provider signs with').toString('base64')}`;
const second = ['second@example.com'];

function open(fallback?: readonly string[]): TestApp {
	const app = new TestApp();
	app.secrets = { webhook: secret };
	app.fallback = fallback;
	return app;
}

const toStaff = (app: TestApp): Mail[] =>
	[...app.mailer.mails.values()].filter(({ headers }) => 'X-Enquiry-Reference' in headers);
const notices = (app: TestApp): Mail[] =>
	[...app.mailer.mails.values()].filter(({ to }) => to.includes('operator@example.com'));
const tagsOf = ({ tags = [] }: Mail) =>
	Object.fromEntries(tags.map(({ name, value }) => [name, value]));

const request = ({ body, headers }: ReturnType<typeof signedEvent>): RequestInit => ({
	method: 'POST',
	body,
	headers,
});

function tell(app: TestApp, type: Event['type'], mail: Mail | undefined, by = secret) {
	const event = { secret: by, type, emailId: 'e1', ...(mail && { tags: tagsOf(mail) }) };
	return app.request('/contact/mail-events', request(signedEvent(event)));
}

async function sent(app: TestApp): Promise<Mail> {
	await app.post({ ...typed, ...(await app.solved()) });
	const [mail] = toStaff(app);
	if (!mail) throw new Error('No mail was sent');
	return mail;
}

const states = (app: TestApp) => app.store.enquiries().map(({ state }) => state);

test('an accepted mail keeps its record until the provider tells that it arrived', async () => {
	const app = open();
	const mail = await sent(app);
	expect(states(app)).toEqual(['accepted']);
	expect(JSON.stringify([...app.store.records])).toContain(typed.message);
	const response = await tell(app, 'email.delivered', mail);
	expect([response.status, await response.text()]).toEqual([200, 'done\n']);
	expect(states(app)).toEqual(['delivered']);
	expect(JSON.stringify([...app.store.records])).not.toContain(typed.message);
});

for (const type of ['email.bounced', 'email.complained'] as const) {
	test(`${type} sends the enquiry to the second address and tells the operator, once`, async () => {
		const app = open(second);
		const mail = await sent(app);
		for (let time = 0; time < 3; time++) await tell(app, type, mail);
		expect(states(app)).toEqual(['failed']);
		app.time += 60_000;
		await app.request('/contact/challenge');
		for (let time = 0; time < 3; time++) await tell(app, type, mail);
		expect(toStaff(app).map(({ to }) => to)).toEqual([['sales@example.com'], second]);
		expect(notices(app)).toHaveLength(1);
		expect(notices(app)[0]?.text).toContain('It goes to the second address now');
		expect(states(app)).toEqual(['accepted']);
	});

	test(`${type} without a second address leaves the enquiry to a person`, async () => {
		const app = open();
		const mail = await sent(app);
		for (let time = 0; time < 3; time++) await tell(app, type, mail);
		app.time += 60_000;
		expect(app.store.enquiries()).toMatchObject([{ delivery: { held: 'bounced' } }]);
		expect(notices(app)).toHaveLength(1);
		expect(notices(app)[0]?.text).toContain('waits for a person');
		expect(notices(app)[0]?.text).not.toContain(typed.name);
	});
}

test('a mail that comes back from the second address too waits for a person', async () => {
	const app = open(second);
	await tell(app, 'email.bounced', await sent(app));
	app.time += 60_000;
	await app.request('/contact/challenge');
	await tell(app, 'email.bounced', toStaff(app)[1]);
	expect(app.store.enquiries()).toMatchObject([{ delivery: { held: 'bounced' } }]);
	expect(notices(app).map(({ text }) => /now|waits/.exec(text)?.[0])).toEqual(['now', 'waits']);
});

test('an operator who cannot be told yet is told when the event comes again', async () => {
	const app = open(second);
	const mail = await sent(app);
	app.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded' });
	expect((await tell(app, 'email.bounced', mail)).status).toBe(503);
	expect((await tell(app, 'email.bounced', mail)).status).toBe(200);
	expect(notices(app)).toHaveLength(1);
});

test('what comes back after it had been delivered is told to the operator, once', async () => {
	const app = open();
	const mail = await sent(app);
	await tell(app, 'email.delivered', mail);
	for (let time = 0; time < 2; time++) await tell(app, 'email.complained', mail);
	expect(states(app)).toEqual(['delivered']);
	expect(notices(app)).toHaveLength(1);
	expect(notices(app)[0]?.text).toContain('no longer kept here');
});

test('a mail that went out beside the store and comes back is told to the operator', async () => {
	const app = open();
	app.store.down = true;
	const mail = await sent(app);
	app.store.down = false;
	await tell(app, 'email.bounced', mail);
	expect(notices(app)).toHaveLength(1);
	expect(notices(app)[0]?.subject).toContain(mail.headers['X-Enquiry-Reference']);
});

for (const [type, state] of [
	['email.bounced', 'accepted'],
	['email.delivered', 'delivered'],
] as const) {
	test(`${type} before its record is there is kept until it is`, async () => {
		const app = open(second);
		const form = { ...typed, ...(await app.solved()) };
		const send = app.mailer.send.bind(app.mailer);
		app.store.down = true;
		app.mailer.send = async (mail, key) => {
			await send(mail, key);
			return { kind: 'unknown', error: 'application_error' };
		};
		expect((await app.post(form)).status).toBe(503);
		app.store.down = false;
		app.mailer.send = send;
		const [mail] = toStaff(app);
		for (let time = 0; time < 2; time++) {
			expect((await tell(app, type, mail)).status).toBe(200);
		}
		expect((await app.post(form)).status).toBe(303);
		for (let round = 0; round < 3; round++) {
			app.time += 60_000;
			await app.request('/contact/challenge');
		}
		const addresses = toStaff(app).map(({ to }) => to);
		const bounced = type === 'email.bounced';
		expect(addresses).toEqual(bounced ? [['sales@example.com'], second] : [['sales@example.com']]);
		expect(states(app)).toEqual([state]);
		expect([...app.store.records.keys()].filter((key) => key.startsWith('events/'))).toEqual([]);
		expect(notices(app)).toHaveLength(bounced ? 1 : 0);
	});
}

test('an event whose record never comes goes when none can come any more', async () => {
	const app = open();
	app.store.down = true;
	const mail = await sent(app);
	app.store.down = false;
	await tell(app, 'email.bounced', mail);
	const kept = () => [...app.store.records.keys()].filter((key) => key.startsWith('events/'));
	await app.request('/contact/challenge');
	expect(kept()).toHaveLength(1);
	app.time += 3 * 86_400_000;
	await app.request('/contact/challenge');
	expect(kept()).toEqual([]);
});

test('an event is read in time, however many wait whose records never come', async () => {
	const app = open(second);
	for (let n = 0; n < 60; n++) {
		const kept = { type: 'email.delivered', mail: `mail-${n}`, reference: 'REFERENC' };
		await app.store.create(`events/2026-11-22/nonce-${n}/mail-${n}/email.delivered`, kept);
	}
	let drawn = 0;
	app.random = () => (drawn++ * 0.618) % 1;
	const form = { ...typed, ...(await app.solved()) };
	app.store.down = true;
	await app.post(form);
	app.store.down = false;
	await tell(app, 'email.bounced', toStaff(app)[0]);
	await app.post(form);
	for (let round = 0; round < 30; round++) {
		app.time += 60_000;
		await app.request('/contact/challenge');
	}
	expect(toStaff(app).at(-1)?.to).toEqual(second);
});

test('a mail whose answer was lost is delivered once the provider tells so', async () => {
	const app = open();
	app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	await app.post({ ...typed, ...(await app.solved()) });
	const [record] = app.store.enquiries();
	const lost = record && 'delivery' in record ? record.delivery.mail : undefined;
	expect(states(app)).toEqual(['failed']);
	await tell(app, 'email.delivered', lost);
	expect(states(app)).toEqual(['delivered']);
});

test('an event that arrives while the mail is being sent is not lost', async () => {
	const app = open();
	const send = app.mailer.send.bind(app.mailer);
	const answers: number[] = [];
	app.mailer.send = async (mail, key) => {
		const sent = await send(mail, key);
		if (toStaff(app).includes(mail)) {
			const init = request(
				signedEvent({ secret, type: 'email.delivered', emailId: 'e1', tags: tagsOf(mail) }),
			);
			answers.push((await app.request('/contact/mail-events', init)).status);
		}
		return sent;
	};
	await app.post({ ...typed, ...(await app.solved()) });
	expect(answers).toEqual([200]);
	expect(states(app)).toEqual(['delivered']);
});

test('events of other mails and of other kinds change nothing', async () => {
	const app = open();
	const mail = await sent(app);
	const before = JSON.stringify([...app.store.records]);
	const tags = tagsOf(mail);
	const others: Partial<Event>[] = [
		{},
		{ tags: { ...tags, nonce: 'x' } },
		{ tags: { ...tags, mail: `${tags['mail']?.slice(0, -1)}2` } },
		// The provider has more kinds of event than those that count here.
		{ tags, type: 'email.opened' as Event['type'] },
	];
	for (const other of others) {
		const event = signedEvent({ secret, type: 'email.delivered', emailId: 'e1', ...other });
		const response = await app.request('/contact/mail-events', request(event));
		expect([response.status, await response.text()]).toEqual([200, 'ignored\n']);
	}
	expect(JSON.stringify([...app.store.records])).toBe(before);
});

test('an event without a good signature is refused and changes nothing', async () => {
	const app = open();
	const mail = await sent(app);
	const other = `whsec_${Buffer.from('somebody else').toString('base64')}`;
	expect((await tell(app, 'email.bounced', mail, other)).status).toBe(401);
	const unsigned = await app.request('/contact/mail-events', { method: 'POST', body: '{}' });
	expect(unsigned.status).toBe(401);
	const event = { secret, type: 'email.bounced', emailId: 'e1', tags: tagsOf(mail) } as const;
	const old = signedEvent({ ...event, at: Date.now() - 3_600_000 });
	expect((await app.request('/contact/mail-events', request(old))).status).toBe(401);
	expect(states(app)).toEqual(['accepted']);
});

test('an event that finds the store away is asked for again', async () => {
	const app = open();
	const mail = await sent(app);
	app.store.down = true;
	expect((await tell(app, 'email.delivered', mail)).status).toBeGreaterThanOrEqual(500);
});

test('without a secret there is no such address, and accepted counts as delivered', async () => {
	const app = new TestApp();
	const mail = await sent(app);
	expect(states(app)).toEqual(['delivered']);
	expect((await tell(app, 'email.delivered', mail)).status).toBe(404);
});
