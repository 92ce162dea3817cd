import { expect, test } from '@playwright/test';
import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import { entryOf } from '#contact/enquiry/pending.ts';
import { wholeRound } from '#simulation/delivery/instance.ts';
import { OrderedStore } from '#simulation/delivery/ordered-store.ts';
import { keepRecord, undelivered } from '#simulation/delivery/undelivered.ts';
import { TestApp, typed } from '#simulation/fakes.ts';
import { tombstone } from '#contact/enquiry/enquiry.ts';

const minute = 60_000;

/** An app on a store that counts its requests. */
function open(): { app: TestApp; store: OrderedStore } {
	const app = new TestApp();
	const store = new OrderedStore();
	Object.assign(app, { store });
	return { app, store };
}

const entries = ({ store }: TestApp): string[] =>
	[...store.records.keys()].filter((key) => key.startsWith('pending/'));

const round = (app: TestApp, limits = {}) =>
	deliveryRound(app.services(), { ...wholeRound, purge: 0, ...limits });

test('what is delivered leaves no entry behind', async () => {
	const app = new TestApp();
	const form = { ...typed, ...(await app.solved()) };
	for (let time = 0; time < 3; time++) await app.post(form);
	expect(app.store.enquiries()).toMatchObject([{ state: 'delivered' }]);
	expect(entries(app)).toEqual([]);
});

test('every open record has its own entry after whatever became of it', async () => {
	const app = new TestApp();
	app.secrets = { webhook: 'whsec_x' };
	app.mailer.answers.push(
		{ kind: 'later', error: 'x' },
		{ kind: 'refused', error: 'x' },
		{ kind: 'unknown', error: 'x' },
	);
	for (const message of ['waits', 'is held', 'waits too', 'is accepted']) {
		await app.post({ ...typed, message, ...(await app.solved()) });
	}
	const records = [...app.store.records].filter(([key]) => key.startsWith('enquiries/'));
	// The function writes nothing else under this prefix.
	const expected = records.map(([key, { value }]) => entryOf(key, value as never));
	expect(entries(app).sort()).toEqual(expected.sort());
	expect(new Set(entries(app).map((entry) => entry.split('/')[1]))).toEqual(
		new Set(['unlabelled', 'held', 'accepted']),
	);
});

test('an entry in the wrong place is moved, and the enquiry goes out in the next round', async () => {
	const app = new TestApp();
	const { key, record } = undelivered(app.time);
	await app.store.create(key, record);
	const own = entryOf(key, record) ?? '';
	await app.store.create(own.replace('unlabelled/', 'labelled/'), {});
	expect(await round(app)).toMatchObject({ delivered: 0 });
	expect(entries(app)).toEqual([own]);
	expect(await round(app)).toMatchObject({ delivered: 1 });
	expect(entries(app)).toEqual([]);
});

for (const [what, other] of [
	['with a fraction of a millisecond', (key: string) => key.replace(/(\d+)-/, '$1.2898-')],
	['that says no time', (key: string) => key.replace(/\d+-\d+/, 'soon')],
] as const)
	test(`an entry ${what} is found, and the enquiry goes out`, async () => {
		const app = new TestApp();
		const { key, record } = undelivered(app.time);
		await app.store.create(key, record);
		const own = entryOf(key, record) ?? '';
		await app.store.create(other(own), {});
		expect(await round(app)).toMatchObject({ delivered: 0 });
		expect(entries(app)).toEqual([own]);
		expect(await round(app)).toMatchObject({ delivered: 1 });
		expect(entries(app)).toEqual([]);
	});

test('an entry whose record was never made goes after some minutes and some looks, not before', async () => {
	const app = new TestApp();
	const { key, record } = undelivered(app.time);
	await app.store.create(entryOf(key, record) ?? '', {});
	await round(app);
	expect(entries(app)).toHaveLength(1);
	app.time += 15 * minute;
	for (let look = 0; look < 2; look++) await round(app);
	expect(entries(app)).toHaveLength(1);
	await round(app);
	expect(entries(app)).toEqual([]);
});

test('a round costs the same with 10 and with 10,000 delivered enquiries in the store', async () => {
	const costs: number[] = [];
	for (const count of [10, 10_000]) {
		const { app, store } = open();
		for (let n = 0; n < count; n++) {
			const { key, record } = undelivered(app.time);
			await store.create(key, tombstone(record));
		}
		const { key, record } = undelivered(app.time);
		await keepRecord(store, key, record);
		store.requests = 0;
		expect(await round(app)).toMatchObject({ delivered: 1 });
		costs.push(store.requests);
	}
	expect(costs[0]).toBe(costs[1]);
});

test('records without entries, as an earlier version left them, get theirs and are sent', async () => {
	const { app, store } = open();
	for (let n = 0; n < 3; n++) {
		const { key, record } = undelivered(app.time);
		const { version: _, ...earlier } = record;
		await store.create(key, earlier);
	}
	await round(app, { purge: 100 });
	expect(await round(app)).toMatchObject({ delivered: 3 });
	store.requests = 0;
	await round(app, { purge: 100 });
	// The queues, events, what is held and accepted, records and six kinds of slots: a list each.
	expect(store.requests).toBeLessThanOrEqual(14);
});

test('a round begins no try that could last beyond its time', async () => {
	const { app, store } = open();
	for (let n = 0; n < 20; n++) {
		const { key, record } = undelivered(app.time);
		await keepRecord(store, key, record);
	}
	const begun = app.time;
	const send = app.mailer.send.bind(app.mailer);
	app.mailer.send = async (mail, key) => {
		// As slow as the mail's own time limit.
		app.time += 6_000;
		return send(mail, key);
	};
	await round(app, { milliseconds: 50_000 });
	expect(app.mailer.mails.size).toBeGreaterThan(2);
	expect(app.time - begun).toBeLessThanOrEqual(50_000);
});
