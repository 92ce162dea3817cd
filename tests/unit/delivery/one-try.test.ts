import { expect, test } from '@playwright/test';
import { noteBeside } from '#contact/delivery/beside.ts';
import { deliver, deliverKey, renewed, reopened } from '#contact/delivery/deliver.ts';
import type { SendResult } from '#contact/delivery/provider/mailer.ts';
import type { Delivery, OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import type { Mail } from '#contact/shared/mail.ts';
import { keepRecord, undelivered } from '#simulation/delivery/undelivered.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;
const hour = 60 * minute;
const hourNow = '2026-11-23T10';
const accepted = { kind: 'accepted', id: 'x' } as const;
const refused = { kind: 'refused', error: 'validation_error' } as const;
const conflict = { kind: 'conflict', error: 'invalid_idempotent_request' } as const;
const later = { kind: 'later', error: 'rate_limit_exceeded' } as const;
const unknown = { kind: 'unknown', error: 'application_error' } as const;

/** An app that keeps one enquiry which is due, with what its delivery has come to. */
async function start(delivery: Partial<Delivery> = {}, change: Partial<OpenEnquiry> = {}) {
	const app = new TestApp();
	app.random = () => 0.5;
	const { key, record } = undelivered(app.time);
	const { tries, generation } = record.delivery;
	const enquiry = { ...record, ...change, delivery: { tries, generation, ...delivery } };
	await keepRecord(app.store, key, enquiry);
	const sent: Mail[] = [];
	const send = app.mailer.send.bind(app.mailer);
	app.mailer.send = (mail, name) => {
		sent.push(mail);
		return send(mail, name);
	};
	const kept = (): OpenEnquiry => {
		const [found] = app.store.enquiries();
		if (!found || !('delivery' in found)) throw new Error('Nothing is open');
		return found;
	};
	const attempt = (...answers: readonly SendResult[]) => {
		app.mailer.answers.push(...answers);
		return deliverKey(app.services(), key);
	};
	return { app, key, enquiry, sent, kept, attempt };
}

/** What a delivery has come to, but for its mail. */
const toldOf = ({ delivery: { mail: _, ...told } }: OpenEnquiry) => told;

test('while a mail is handed over its enquiry is taken for a minute and says that the mail may go', async () => {
	const { app, kept, attempt } = await start();
	const seen: OpenEnquiry[] = [];
	app.mailer.send = async () => {
		seen.push(kept());
		return accepted;
	};
	await attempt();
	expect(seen).toMatchObject([{ state: 'sending' }]);
	expect(seen.map(toldOf)).toStrictEqual([
		{
			...{ tries: 1, generation: 1, label: 'clear', hour: hourNow },
			...{ attempted: 'maybe', first: app.time, lease: app.time + minute },
		},
	]);
});

const taken = { tries: 1, generation: 1, label: 'clear', hour: hourNow } as const;
for (const [answers, result, told] of [
	[[refused], 'held', { attempted: 'declined', held: 'refused', error: refused.error }],
	[[later], 'waiting', { attempted: 'declined', due: 45_000, error: later.error }],
	[[{ ...later, wait: hour }], 'waiting', { attempted: 'declined', due: hour, error: later.error }],
	[[unknown], 'waiting', { attempted: 'maybe', first: 0, due: 45_000, error: unknown.error }],
	[
		[conflict, conflict],
		'held',
		{ attempted: 'maybe', first: 0, plain: true, held: 'unknown', error: conflict.error },
	],
	[
		[conflict, unknown],
		'waiting',
		{ attempted: 'maybe', first: 0, plain: true, due: 45_000, error: unknown.error },
	],
	[
		[conflict, refused],
		'held',
		{ attempted: 'declined', plain: true, held: 'refused', error: refused.error },
	],
] as const) {
	const kinds = answers.map(({ kind }) => kind).join(', then ');
	const wait = 'wait' in answers[0] ? ' with a wait' : '';
	test(`an enquiry whose mail is answered by ${kinds}${wait} is ${result}, and free for the next sender`, async () => {
		const { app, kept, sent, attempt } = await start();
		expect(await attempt(...answers)).toBe(result);
		expect(kept().state).toBe('failed');
		const times = { ...('first' in told && { first: app.time }) };
		const due = 'due' in told && { due: app.time + told.due };
		expect(toldOf(kept())).toStrictEqual({ ...taken, ...told, ...times, ...due });
		expect(kept().delivery.mail).toEqual(sent.at(-1));
		expect(sent).toHaveLength(answers.length);
	});
}

test('an accepted mail is delivered, and where the provider confirms that, it is awaited', async () => {
	const alone = await start();
	expect(await alone.attempt(accepted)).toBe('delivered');
	expect(alone.app.store.enquiries()).toMatchObject([{ state: 'delivered' }]);
	const confirmed = await start();
	confirmed.app.secrets = { webhook: 'whsec_x' };
	expect(await confirmed.attempt(accepted)).toBe('accepted');
	expect(confirmed.kept().state).toBe('accepted');
	const { time } = confirmed.app;
	const told = { ...taken, attempted: 'maybe', first: time, id: accepted.id };
	expect(toldOf(confirmed.kept())).toStrictEqual(told);
});

test('the pause after a try doubles with each', async () => {
	const { app, kept, attempt } = await start();
	for (const [tries, pause] of [
		[1, 0.75],
		[2, 1.5],
		[3, 3],
	] as const) {
		expect(await attempt(later)).toBe('waiting');
		expect(kept().delivery.tries).toBe(tries);
		expect(kept().delivery.due).toBe(app.time + pause * minute);
		app.time += pause * minute;
	}
});

test('a try that was not taken does not undo that one before may have been', async () => {
	for (const answer of [refused, later]) {
		const { app, kept, attempt } = await start({ tries: 1, attempted: 'maybe', first: 5 });
		app.time = 5 + 2 * hour;
		await attempt(answer);
		expect(kept().delivery).toMatchObject({ tries: 2, attempted: 'maybe', first: 5 });
	}
});

test('a mail is handed over in the other wrapping only where a request may have sent it without the store', async () => {
	const mail = { from: 'a', to: ['b'], subject: 'c', text: 'd', html: 'e', headers: {} };
	for (const delivery of [{ generation: 2 }, { plain: true, mail }] as const) {
		const { kept, sent, attempt } = await start(delivery);
		expect(await attempt(conflict, accepted)).toBe('held');
		expect(kept().delivery.held).toBe('unknown');
		expect(sent).toHaveLength(1);
	}
	const { sent, attempt } = await start();
	expect(await attempt(conflict, accepted)).toBe('delivered');
	expect(sent.map(({ headers }) => headers['X-Enquiry-Assurance'])).toEqual(['sum', 'none']);
});

test('no mail goes that the provider may have taken and forgotten', async () => {
	const first = new TestApp().time - 24 * hour;
	const { kept, sent, attempt } = await start({ tries: 1, attempted: 'maybe', first });
	expect(await attempt()).toBe('held');
	expect(kept().delivery).toMatchObject({ held: 'unknown', tries: 1 });
	expect(sent).toEqual([]);
});

test('a mail of which a note says that it went without the store goes again only while the provider remembers', async () => {
	for (const [age, noted, result] of [
		[22 * hour, 0, 'delivered'],
		[24 * hour, 0, 'held'],
		[24 * hour, 2 * hour, 'delivered'],
		[26 * hour, 2 * hour, 'held'],
		[24 * hour, undefined, 'delivered'],
	] as const) {
		const { app, key, enquiry: record, attempt } = await start();
		const at = record.issued + (noted ?? 0);
		if (noted !== undefined) await noteBeside(app.store, { key, record, at });
		app.time = record.issued + age;
		expect(await attempt(), `${age / hour} hours, noted at ${noted}`).toBe(result);
	}
});

test('an enquiry of which no mail can be made waits for a person', async () => {
	const { app, key, kept } = await start();
	// As if the settings of the site had a fault that no check sees.
	const services = { ...app.services(), addresses: undefined as never };
	expect(await deliverKey(services, key)).toBe('held');
	expect(toldOf(kept())).toStrictEqual({ tries: 0, generation: 1, held: 'broken' });
});

test('only what is due is tried', async () => {
	const soon = new TestApp().time + minute;
	for (const delivery of [{ lease: soon }, { due: soon }, { held: 'refused' }] as const) {
		const { sent, attempt } = await start(delivery);
		expect(await attempt()).toBe('nothing');
		expect(sent).toEqual([]);
	}
	const { app } = await start();
	expect(await deliverKey(app.services(), 'enquiries/2026-11-23/other')).toBe('nothing');
});

test('what another sender has taken since is left to that one', async () => {
	const { app, key, enquiry, sent } = await start();
	const found = { value: enquiry, etag: '"old"' };
	expect(await deliver(app.services(), { key, found })).toBe('busy');
	expect(sent).toEqual([]);
	expect(app.store.enquiries()).toEqual([enquiry]);
});

test('a mail goes to the second address, names what others sent, and is made once', async () => {
	const second = ['second@example.com'];
	const { app, sent, kept, attempt } = await start({ fallback: true, label: 'clear' });
	app.fallback = second;
	await attempt(unknown);
	app.fallback = undefined;
	app.time += hour;
	await attempt(unknown);
	expect(sent).toHaveLength(2);
	expect(sent[1]).toEqual(sent[0]);
	expect(sent[0]?.to).toEqual(second);
	expect(sent[0]?.headers['X-Enquiry-Score']).not.toContain('the same text');
	expect(kept().delivery.tries).toBe(2);
	const other = await start({ label: 'suspicious', many: true });
	await other.attempt(unknown);
	expect(other.sent[0]?.headers['X-Enquiry-Score']).toContain('the same text');
	expect(other.sent[0]?.to).toEqual(['sales@example.com']);
});

test('the visitor’s copy goes with an accepted mail and with no other', async () => {
	const { message } = undelivered(0).record;
	const ticked = { message: { ...message, values: { ...message.values, 'copy-to-me': true } } };
	const copied = async (answer: SendResult) => {
		const { sent, attempt } = await start({}, ticked);
		await attempt(answer);
		return sent.filter(({ to }) => to.includes(typed.email)).length;
	};
	expect(await copied(accepted)).toBe(1);
	for (const answer of [refused, later, unknown]) expect(await copied(answer)).toBe(0);
});

/** An app in whose hour one mail may go, and has gone; its first enquiry is to be tried next. */
async function overBudget(delivery: Partial<Delivery> = {}) {
	const started = await start(delivery);
	const { app } = started;
	app.budgets = { site: 1, network: 60 };
	const other = undelivered(app.time);
	await keepRecord(app.store, other.key, other.record);
	expect(await deliverKey(app.services(), other.key)).toBe('delivered');
	const kept = () => app.store.records.get(started.key)?.value as OpenEnquiry;
	return { ...started, kept };
}

test('when this hour’s mails are spent an enquiry stays in its queue, and goes in the next hour', async () => {
	const { app, key, kept, sent, attempt } = await overBudget();
	expect(await attempt()).toBe('delayed');
	const delayed = { tries: 0, generation: 1, label: 'clear', error: 'over_budget' };
	expect(toldOf(kept())).toStrictEqual(delayed);
	const written = app.store.records.get(key);
	expect(await attempt()).toBe('delayed');
	expect(app.store.records.get(key)).toEqual(written);
	expect(sent).toHaveLength(1);
	app.time += hour;
	expect(await attempt()).toBe('delivered');
});

test('when this hour’s mails are spent an enquiry is put off until the time that it is given', async () => {
	const { app, key, kept, sent } = await overBudget();
	const until = app.time + hour;
	for (let turn = 1; turn < 3; turn++) {
		const found = { value: kept(), etag: app.store.records.get(key)?.etag ?? '' };
		expect(await deliver(app.services(), { key, found }, until + turn)).toBe('delayed');
		expect(kept()).toMatchObject({ state: 'failed', delivery: { tries: 0, due: until + turn } });
	}
	expect(sent).toHaveLength(1);
});

test('a second try in the hour of the first takes no other of the hour’s mails', async () => {
	const { attempt } = await overBudget({ tries: 1, label: 'clear', hour: hourNow });
	expect(await attempt()).toBe('delivered');
});

const before: Delivery = {
	...{ tries: 3, generation: 1, first: 5, hour: hourNow, error: 'x', many: true },
	...{ held: 'refused', label: 'suspicious', fallback: true, attempted: 'maybe', plain: true },
};
const kept = { label: 'suspicious', many: true, fallback: true } as const;

test('what is sent again under its key forgets its error and its mail, and no try that may have been taken', () => {
	const { record } = undelivered(0);
	const open = (delivery: Delivery) => reopened({ ...record, delivery }, 7);
	expect(open(before).state).toBe('failed');
	expect(open(before).delivery).toStrictEqual({
		...{ tries: 3, generation: 1, due: 7, attempted: 'maybe', first: 5 },
		...kept,
	});
	const bare = { tries: 3, generation: 1 };
	expect(open({ ...bare, held: 'broken' }).delivery).toStrictEqual({ ...bare, due: 7 });
});

test('what is sent anew has a key of its own and keeps its label', () => {
	const { record } = undelivered(0);
	const next = { tries: 3, generation: 2, due: 7 };
	const enquiry = { ...record, delivery: before };
	expect(renewed(enquiry, 7).state).toBe('failed');
	expect(renewed(enquiry, 7).delivery).toStrictEqual({ ...next, ...kept });
	expect(renewed(enquiry, 7, { due: 9 }).delivery).toStrictEqual({ ...next, ...kept, due: 9 });
	const bare = { ...record, delivery: { tries: 3, generation: 1 } };
	expect(renewed(bare, 7).delivery).toStrictEqual(next);
});
