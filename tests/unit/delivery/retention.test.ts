import { expect, test } from '@playwright/test';
import {
	applyRetention,
	erasureAction,
	indexRecords,
	oldSlots,
	purgeRecords,
	purgeSlots,
	retentionAction,
} from '#contact/enquiry/retention.ts';
import { type Enquiry, recordVersion, tombstone } from '#contact/enquiry/enquiry.ts';
import { entryOf } from '#contact/enquiry/pending.ts';
import { OrderedStore } from '#simulation/delivery/ordered-store.ts';
import { keepRecord, undelivered } from '#simulation/delivery/undelivered.ts';

const day = 24 * 3_600_000;
const asked = Date.parse('2026-11-23T10:00:00Z');
const key = 'enquiries/2026-11-23/nonce';
/** From when a question of that day can certainly be answered no more. */
const end = Date.parse('2026-11-26T00:00:00Z');

const open = undelivered(asked).record;
const accepted = { ...open, state: 'accepted' } as const;
const spent = { version: recordVersion, state: 'spent', received: asked } as const;

/** A clock, dice and limits as a test needs them. */
const rules = (now: number, random = 0) => ({
	now: () => now,
	random: () => random,
	retentionDays: 30,
});
const never = Number.POSITIVE_INFINITY;

const actionOn = (value: Enquiry, now: number) =>
	retentionAction({ key, found: { value, etag: '' } }, rules(now));

const keysOf = ({ records }: OrderedStore, prefix: string): string[] =>
	[...records.keys()].filter((name) => name.startsWith(prefix)).sort();

/** A store with delivered enquiries of a question each, all of one day. */
async function delivered(count: number): Promise<OrderedStore> {
	const store = new OrderedStore();
	for (let n = 0; n < count; n++) {
		await store.create(`enquiries/2026-11-23/${String(n).padStart(4, '0')}`, tombstone(open));
	}
	return store;
}

/** A store with an open enquiry without an entry under each key, as an earlier version left them. */
async function unindexed(...keys: readonly string[]): Promise<OrderedStore> {
	const store = new OrderedStore();
	for (const one of keys) await store.create(one, open);
	return store;
}

test('what shows that a question was used stays until the third day after that of the question', () => {
	for (const value of [tombstone(open), spent]) {
		expect(actionOn(value, end - 1)).toBe('keep');
		expect(actionOn(value, end)).toBe('remove');
	}
});

test('what the provider has never told of is redacted after the days of retention, and what is open is kept', () => {
	expect(actionOn(accepted, open.received + 30 * day - 1)).toBe('keep');
	expect(actionOn(accepted, open.received + 30 * day)).toBe('redact');
	expect(actionOn({ ...open, state: 'failed' }, open.received + 300 * day)).toBe('keep');
});

test('what is erased leaves a tombstone for as long as its question could be answered', () => {
	expect(erasureAction(key, end - 1)).toBe('redact');
	expect(erasureAction(key, end)).toBe('remove');
});

test('a record is removed with its entry', async () => {
	const store = new OrderedStore();
	await keepRecord(store, key, open);
	expect(keysOf(store, 'pending/')).toHaveLength(1);
	const seen = { key, found: { value: open, etag: '' } };
	expect(await applyRetention('remove', seen, store)).toBe(true);
	expect([...store.records.keys()]).toEqual([]);
});

test('a record is redacted to its tombstone unless another writer was quicker, and a kept one stays', async () => {
	const store = new OrderedStore();
	await keepRecord(store, key, accepted);
	const etag = store.records.get(key)?.etag ?? '';
	const seen = { key, found: { value: accepted, etag } };
	expect(await applyRetention('keep', seen, store)).toBe(false);
	expect(store.enquiries()).toEqual([accepted]);
	expect(await applyRetention('redact', seen, store)).toBe(true);
	expect(store.enquiries()).toEqual([tombstone(accepted)]);
	expect(keysOf(store, 'pending/')).toEqual([]);
	expect(await applyRetention('redact', seen, store)).toBe(false);
});

test('what holds no message is not redacted', async () => {
	const store = new OrderedStore();
	await store.create(key, spent);
	const seen = { key, found: { value: spent, etag: store.records.get(key)?.etag ?? '' } };
	expect(await applyRetention('redact', seen, store)).toBe(false);
	expect(store.enquiries()).toEqual([spent]);
});

test('all records of days gone by go, many at a time, and none of a day whose questions are good', async () => {
	const store = await delivered(45);
	let [under, most] = [0, 0];
	const read = store.read.bind(store);
	store.read = async (name) => {
		most = Math.max(most, ++under);
		const found = await read(name);
		under--;
		return found;
	};
	expect(await purgeRecords({ ...rules(end - 1), store }, { most: 100, until: never })).toBe(0);
	expect(store.enquiries()).toHaveLength(45);
	expect(await purgeRecords({ ...rules(end), store }, { most: 100, until: end })).toBe(45);
	expect(store.enquiries()).toEqual([]);
	expect(most).toBe(20);
});

test('no record is removed once the time of a round is over', async () => {
	const store = await delivered(3);
	expect(await purgeRecords({ ...rules(end), store }, { most: 100, until: end - 1 })).toBe(0);
	expect(store.enquiries()).toHaveLength(3);
});

test('of more records than a round may look at, those from any place go, the last ones too', async () => {
	for (const [random, left] of [
		[0, ['0002', '0003', '0004']],
		[0.5, ['0000', '0001', '0004']],
		[0.999, ['0001', '0002', '0003']],
	] as const) {
		const store = await delivered(5);
		expect(await purgeRecords({ ...rules(end, random), store }, { most: 2, until: never })).toBe(2);
		expect(keysOf(store, 'enquiries/')).toEqual(left.map((n) => `enquiries/2026-11-23/${n}`));
	}
});

test('of fewer records than a round may look at, all go, whatever the dice say', async () => {
	const store = await delivered(3);
	expect(await purgeRecords({ ...rules(end, 0.999), store }, { most: 10, until: never })).toBe(3);
});

test('a round lists no more than 5,000 records', async () => {
	const store = await delivered(5_002);
	expect(await purgeRecords({ ...rules(end), store }, { most: 6_000, until: never })).toBe(5_000);
});

test('a record that goes while a round looks at it is not counted', async () => {
	const store = await delivered(2);
	const read = store.read.bind(store);
	store.read = (name) => (name.endsWith('0000') ? Promise.resolve(undefined) : read(name));
	expect(await purgeRecords({ ...rules(end), store }, { most: 10, until: never })).toBe(1);
});

test('an open record of days gone by gets its entry, and one that is done gets none', async () => {
	const store = await unindexed(key);
	await store.create('enquiries/2026-11-23/other', spent);
	expect(await purgeRecords({ ...rules(end), store }, { most: 10, until: never })).toBe(1);
	expect(keysOf(store, 'pending/')).toEqual([entryOf(key, open)]);
});

const days = ['enquiries/2026-11-23/nonce', 'enquiries/2026-11-24/nonce'] as const;

test('the records of an earlier version get their entries a day at a time, until a round has had enough', async () => {
	for (const [most, count] of [
		[1, 1],
		[2, 2],
	] as const) {
		const store = await unindexed(...days);
		await indexRecords({ now: () => end, store }, { most, until: end });
		expect(keysOf(store, 'pending/')).toHaveLength(count);
		await indexRecords({ now: () => end, store }, { most, until: end });
		expect(keysOf(store, 'pending/')).toHaveLength(2);
	}
});

test('a day whose records have their entries is not looked at again', async () => {
	const store = await unindexed(...days);
	await indexRecords({ now: () => end, store }, { most: 1, until: never });
	const read: string[] = [];
	const readOne = store.read.bind(store);
	store.read = (name) => {
		read.push(name);
		return readOne(name);
	};
	await indexRecords({ now: () => end, store }, { most: 1, until: never });
	expect(read.filter((name) => name.startsWith('enquiries/'))).toEqual([days[1]]);
});

test('a day that was cut short is looked at again', async () => {
	const store = await unindexed(...days);
	await indexRecords({ now: () => end, store }, { most: 100, until: end - 1 });
	expect(keysOf(store, 'pending/')).toEqual([]);
	await indexRecords({ now: () => end, store }, { most: 100, until: end });
	expect(keysOf(store, 'pending/')).toHaveLength(2);
});

test('once all records have their entries, that costs one request, and none in a process that knows', async () => {
	const store = await unindexed(...days);
	const costs: number[] = [];
	for (let round = 0; round < 3; round++) {
		store.requests = 0;
		await indexRecords({ now: () => end, store }, { most: 100, until: never });
		costs.push(store.requests);
	}
	expect(costs.slice(1)).toEqual([1, 0]);
});

const now = Date.parse('2026-11-23T10:00:00Z');
const old = [
	'beside/2026-10-23/nonce/mail',
	'copies/2026-11-20/x',
	'slots/2026-11-20T23/site/1',
	'told/2026-11-20/held',
] as const;
const young = [
	'beside/2026-10-24/nonce/mail',
	'copies/2026-11-21/x',
	'slots/2026-11-21T00/site/1',
	'told/2026-11-21/held',
] as const;

async function slots(): Promise<OrderedStore> {
	const store = new OrderedStore();
	for (const one of [...old, ...young]) await store.create(one, {});
	return store;
}

test('what is counted by the day is old after two days, and notes of mails after thirty', async () => {
	const store = await slots();
	const found = await Array.fromAsync(oldSlots({ store, now: () => now }));
	expect(found.sort()).toEqual(old);
	expect(await purgeSlots({ store, now: () => now }, { most: 100, until: now })).toBe(4);
	expect([...store.records.keys()].sort()).toEqual(young);
});

test('a round removes no more slots than it may, and none once its time is over', async () => {
	const store = await slots();
	expect(await purgeSlots({ store, now: () => now }, { most: 3, until: never })).toBe(3);
	expect(store.records.size).toBe(5);
	await purgeSlots({ store, now: () => now }, { most: 3, until: now - 1 });
	expect(store.records.size).toBe(5);
});
