import { expect, test } from '@playwright/test';
import { type Event, signedEvent } from '#src/commands/local/signed-event.ts';
import type { Mail } from '../../../netlify/functions/contact/compose.ts';
import { Office, typed } from '../../fakes.ts';

const secret = `whsec_${Buffer.from('what the provider signs with').toString('base64')}`;
const second = ['second@example.com'];

function open(fallback?: readonly string[]): Office {
	const office = new Office();
	office.secrets = { webhook: secret };
	office.fallback = fallback;
	return office;
}

const toStaff = (office: Office): Mail[] =>
	[...office.mailer.mails.values()].filter(({ headers }) => 'X-Enquiry-Reference' in headers);
const notices = (office: Office): Mail[] =>
	[...office.mailer.mails.values()].filter(({ to }) => to.includes('operator@example.com'));
const tagsOf = ({ tags = [] }: Mail) =>
	Object.fromEntries(tags.map(({ name, value }) => [name, value]));

const request = ({ body, headers }: ReturnType<typeof signedEvent>): RequestInit => ({
	method: 'POST',
	body,
	headers,
});

function tell(office: Office, type: Event['type'], mail: Mail | undefined, by = secret) {
	const event = { secret: by, type, emailId: 'e1', ...(mail && { tags: tagsOf(mail) }) };
	return office.ask('/contact/mail-events', request(signedEvent(event)));
}

async function sent(office: Office): Promise<Mail> {
	await office.post({ ...typed, ...(await office.solved()) });
	const [mail] = toStaff(office);
	if (!mail) throw new Error('No mail was sent');
	return mail;
}

const states = (office: Office) => office.store.enquiries().map(({ state }) => state);

test('an accepted mail keeps its record until the provider tells that it arrived', async () => {
	const office = open();
	const mail = await sent(office);
	expect(states(office)).toEqual(['accepted']);
	expect(JSON.stringify([...office.store.records])).toContain(typed.message);
	const response = await tell(office, 'email.delivered', mail);
	expect([response.status, await response.text()]).toEqual([200, 'done\n']);
	expect(states(office)).toEqual(['delivered']);
	expect(JSON.stringify([...office.store.records])).not.toContain(typed.message);
});

for (const type of ['email.bounced', 'email.complained'] as const) {
	test(`${type} sends the enquiry to the second address and tells the operator, once`, async () => {
		const office = open(second);
		const mail = await sent(office);
		for (let time = 0; time < 3; time++) await tell(office, type, mail);
		expect(states(office)).toEqual(['failed']);
		office.time += 60_000;
		await office.ask('/contact/challenge');
		for (let time = 0; time < 3; time++) await tell(office, type, mail);
		expect(toStaff(office).map(({ to }) => to)).toEqual([['sales@example.com'], second]);
		expect(notices(office)).toHaveLength(1);
		expect(notices(office)[0]?.text).toContain('It goes to the second address now');
		expect(states(office)).toEqual(['accepted']);
	});

	test(`${type} without a second address leaves the enquiry to a person`, async () => {
		const office = open();
		const mail = await sent(office);
		for (let time = 0; time < 3; time++) await tell(office, type, mail);
		office.time += 60_000;
		expect(office.store.enquiries()).toMatchObject([{ delivery: { held: 'bounced' } }]);
		expect(notices(office)).toHaveLength(1);
		expect(notices(office)[0]?.text).toContain('waits for a person');
		expect(notices(office)[0]?.text).not.toContain(typed.name);
	});
}

test('a mail that comes back from the second address too waits for a person', async () => {
	const office = open(second);
	await tell(office, 'email.bounced', await sent(office));
	office.time += 60_000;
	await office.ask('/contact/challenge');
	await tell(office, 'email.bounced', toStaff(office)[1]);
	expect(office.store.enquiries()).toMatchObject([{ delivery: { held: 'bounced' } }]);
	expect(notices(office).map(({ text }) => /now|waits/.exec(text)?.[0])).toEqual(['now', 'waits']);
});

test('an operator who cannot be told yet is told when the event comes again', async () => {
	const office = open(second);
	const mail = await sent(office);
	office.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded' });
	expect((await tell(office, 'email.bounced', mail)).status).toBe(503);
	expect((await tell(office, 'email.bounced', mail)).status).toBe(200);
	expect(notices(office)).toHaveLength(1);
});

test('what comes back after it had been delivered is told to the operator, once', async () => {
	const office = open();
	const mail = await sent(office);
	await tell(office, 'email.delivered', mail);
	for (let time = 0; time < 2; time++) await tell(office, 'email.complained', mail);
	expect(states(office)).toEqual(['delivered']);
	expect(notices(office)).toHaveLength(1);
	expect(notices(office)[0]?.text).toContain('no longer kept here');
});

test('a mail that went out beside the store and comes back is told to the operator', async () => {
	const office = open();
	office.store.down = true;
	const mail = await sent(office);
	office.store.down = false;
	await tell(office, 'email.bounced', mail);
	expect(notices(office)).toHaveLength(1);
	expect(notices(office)[0]?.subject).toContain(mail.headers['X-Enquiry-Reference']);
});

test('a mail whose answer was lost is delivered once the provider tells so', async () => {
	const office = open();
	office.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	await office.post({ ...typed, ...(await office.solved()) });
	const [record] = office.store.enquiries();
	const lost = record && 'delivery' in record ? record.delivery.mail : undefined;
	expect(states(office)).toEqual(['failed']);
	await tell(office, 'email.delivered', lost);
	expect(states(office)).toEqual(['delivered']);
});

test('an event that arrives while the mail is being sent is not lost', async () => {
	const office = open();
	const send = office.mailer.send.bind(office.mailer);
	const answers: number[] = [];
	office.mailer.send = async (mail, key) => {
		const sent = await send(mail, key);
		if (toStaff(office).includes(mail)) {
			const init = request(
				signedEvent({ secret, type: 'email.delivered', emailId: 'e1', tags: tagsOf(mail) }),
			);
			answers.push((await office.ask('/contact/mail-events', init)).status);
		}
		return sent;
	};
	await office.post({ ...typed, ...(await office.solved()) });
	expect(answers).toEqual([200]);
	expect(states(office)).toEqual(['delivered']);
});

test('events of other mails and of other kinds change nothing', async () => {
	const office = open();
	const mail = await sent(office);
	const before = JSON.stringify([...office.store.records]);
	const tags = tagsOf(mail);
	const others: Partial<Event>[] = [
		{},
		{ tags: { ...tags, nonce: 'x' } },
		{ tags: { ...tags, mail: `${tags['mail']?.slice(0, -1)}2` } },
		{ tags: { ...tags, nonce: 'A'.repeat(22) } },
		// The provider has more kinds of event than those that count here.
		{ tags, type: 'email.opened' as Event['type'] },
	];
	for (const other of others) {
		const event = signedEvent({ secret, type: 'email.delivered', emailId: 'e1', ...other });
		const response = await office.ask('/contact/mail-events', request(event));
		expect([response.status, await response.text()]).toEqual([200, 'ignored\n']);
	}
	expect(JSON.stringify([...office.store.records])).toBe(before);
});

test('an event without a good signature is refused and changes nothing', async () => {
	const office = open();
	const mail = await sent(office);
	const other = `whsec_${Buffer.from('somebody else').toString('base64')}`;
	expect((await tell(office, 'email.bounced', mail, other)).status).toBe(401);
	const unsigned = await office.ask('/contact/mail-events', { method: 'POST', body: '{}' });
	expect(unsigned.status).toBe(401);
	const event = { secret, type: 'email.bounced', emailId: 'e1', tags: tagsOf(mail) } as const;
	const old = signedEvent({ ...event, at: Date.now() - 3_600_000 });
	expect((await office.ask('/contact/mail-events', request(old))).status).toBe(401);
	expect(states(office)).toEqual(['accepted']);
});

test('an event that finds the store away is asked for again', async () => {
	const office = open();
	const mail = await sent(office);
	office.store.down = true;
	expect((await tell(office, 'email.delivered', mail)).status).toBeGreaterThanOrEqual(500);
});

test('without a secret there is no such address, and accepted counts as delivered', async () => {
	const office = new Office();
	const mail = await sent(office);
	expect(states(office)).toEqual(['delivered']);
	expect((await tell(office, 'email.delivered', mail)).status).toBe(404);
});
