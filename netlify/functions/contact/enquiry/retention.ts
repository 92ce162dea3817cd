import { transition, readEnquiry } from './transition.ts';
import { type Enquiry, tombstone } from './enquiry.ts';
import { addEntry, entryOf } from './pending.ts';
import type { Store, Stored } from './store.ts';
import { day } from '../shared/durations.ts';
import { someOf } from '../shared/some-of.ts';
import { utcDay } from '../shared/times.ts';

/** The rules by which records age. */
interface RetentionRules {
	/** Days for which an accepted enquiry stays. */
	readonly retentionDays: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

interface StoreAndClock {
	readonly store: Store;
	readonly now: () => number;
}

/** A record as it was found under its key. */
export interface StoredEnquiry {
	readonly key: string;
	readonly found: Stored<Enquiry>;
}

/** What retention does to a record: keeps it, redacts what the visitor wrote, or removes it. */
export type RetentionAction = 'keep' | 'redact' | 'remove';

const dayOf = (key: string): string => key.split('/')[1]?.slice(0, 10) ?? '';

/** Days for which something is kept: what shows that a question was used, what is counted, and notes of mails. */
export const periods = { answerable: 3, slots: 2, notes: 30 } as const;

/** From when the challenge of a key, whose second part begins with its day, can certainly let nothing through any more. */
const answerableUntil = (key: string): number => Date.parse(dayOf(key)) + periods.answerable * day;

/** Whether the challenge of a key may still let something through. */
export const answerable = (key: string, now: number): boolean => now < answerableUntil(key);

/** The action that a record's age calls for. What waits to be sent, or for a person, is never taken out without a mail to the operator. */
export function retentionAction(
	{ key, found: { value } }: StoredEnquiry,
	{ now, retentionDays }: RetentionRules,
): RetentionAction {
	if (value.state === 'delivered' || value.state === 'spent') {
		return answerable(key, now()) ? 'keep' : 'remove';
	}
	const old = value.received <= now() - retentionDays * day;
	return value.state === 'accepted' && old ? 'redact' : 'keep';
}

/** The action that erasing a record calls for: while its challenge is valid, a tombstone must show that it was used. */
export const erasureAction = (key: string, now: number): RetentionAction =>
	answerable(key, now) ? 'redact' : 'remove';

/** Applies a retention action to a record. Returns false when the record stays, or when another writer was quicker. */
export async function applyRetention(
	action: RetentionAction,
	seen: StoredEnquiry,
	store: Store,
): Promise<boolean> {
	const { key, found } = seen;
	if (action === 'remove') {
		await store.delete(key);
		const entry = entryOf(key, found.value);
		if (entry !== undefined) await store.delete(entry);
		return true;
	}
	if (action === 'keep' || !('message' in found.value)) return false;
	return typeof (await transition(store, seen, tombstone(found.value))) === 'object';
}

/** How many requests are made at once, where order does not matter. */
const together = 20;

/** How far one round goes. */
export interface PurgeLimits {
	/** Records, or slots. */
	readonly most: number;
	/** When nothing more may begin, in milliseconds since 1970. */
	readonly until: number;
}

/** Does something for every item, some at a time, until the time is over. Returns whether all were done. */
async function forEach<Item>(
	items: readonly Item[],
	work: (item: Item) => Promise<unknown>,
	isOver: () => boolean,
): Promise<boolean> {
	for (let start = 0; start < items.length; start += together) {
		if (isOver()) return false;
		await Promise.all(items.slice(start, start + together).map(work));
	}
	return true;
}

/** How many keys are listed to choose those from that one round reads. */
const listed = 5_000;

/** The keys of records whose challenges let nothing through any more, oldest day first: some from anywhere, when there are many. */
async function oldKeys(
	{ store, now }: StoreAndClock,
	{ most, random }: { most: number; random: () => number },
): Promise<readonly string[]> {
	const keys: string[] = [];
	for await (const { key } of store.list('enquiries/')) {
		if (answerable(key, now()) || keys.length === listed) break;
		keys.push(key);
	}
	return someOf(keys, { most, random });
}

/**
 * Removes records of days gone by, `most` at most, and gives every open one among them its pending entry: those of an
 * earlier version have none. Returns how many were removed. Throws when the store cannot be read.
 */
export async function purgeRecords(
	services: StoreAndClock & RetentionRules & { random: () => number },
	{ most, until }: PurgeLimits,
): Promise<number> {
	const { store, now, random } = services;
	let purged = 0;
	const purge = async (key: string) => {
		const found = await addMissingEntry(store, key);
		const seen = found && { key, found };
		if (seen && (await applyRetention(retentionAction(seen, services), seen, store))) purged++;
	};
	const keys = await oldKeys({ store, now }, { most, random });
	await forEach(keys, purge, () => now() > until);
	return purged;
}

/** Gives a record its pending entry, if it is open. Returns the record. */
async function addMissingEntry(store: Store, key: string): Promise<Stored<Enquiry> | undefined> {
	const found = await readEnquiry(store, key);
	const entry = found && entryOf(key, found.value);
	if (entry !== undefined) await addEntry(store, entry);
	return found;
}

/** Says that every record has its pending entry. */
const layoutKey = 'layout/2';
const indexed = new WeakSet<Store>();

/** The days of which every record has its entry, and the days of those that may have none with their keys. */
async function unindexed(store: Store): Promise<Map<string, string[]>> {
	const done = new Set<string>();
	for await (const { key } of store.list('layout/days/'))
		done.add(key.slice('layout/days/'.length));
	const days = new Map<string, string[]>();
	for await (const { key } of store.list('enquiries/')) {
		if (done.has(dayOf(key))) continue;
		days.set(dayOf(key), [...(days.get(dayOf(key)) ?? []), key]);
	}
	return days;
}

/**
 * Gives the open records of an earlier version, which had no pending entries, theirs: `most` a round, a day at a time.
 * Costs one request once all have them, and none in a process that knows. Throws when the store cannot be read.
 */
export async function indexRecords(
	{ store, now }: StoreAndClock,
	{ most, until }: PurgeLimits,
): Promise<void> {
	if (indexed.has(store)) return;
	if (await store.read(layoutKey)) return void indexed.add(store);
	let left = most;
	for (const [day, keys] of await unindexed(store)) {
		const add = (key: string) => addMissingEntry(store, key);
		const isWhole = await forEach(keys, add, () => now() > until);
		left -= keys.length;
		if (!isWhole) return;
		await store.create(`layout/days/${day}`, {});
		if (left <= 0) return;
	}
	await store.create(layoutKey, {});
}

/** What is kept by the day for budgets, copies and notices. */
const slotPrefixes = ['slots/', 'copies/', 'texts/', 'told/', 'selftest/'];
/** Notes of mails sent without the store are needed for as long as a question's enquiry may wait. */
const notePrefix = 'beside/';

/** The keys of the slots of days gone by. Keys are listed in the order of their days. */
export async function* oldSlots({ store, now }: StoreAndClock): AsyncGenerator<string> {
	for (const prefix of [...slotPrefixes, notePrefix]) {
		const oldest = utcDay(now() - (prefix === notePrefix ? periods.notes : periods.slots) * day);
		for await (const { key } of store.list(prefix)) {
			if (dayOf(key) >= oldest) break;
			yield key;
		}
	}
}

/** Removes the slots of days gone by. Returns how many. */
export async function purgeSlots(
	services: StoreAndClock,
	{ most, until }: PurgeLimits,
): Promise<number> {
	const keys: string[] = [];
	for await (const key of oldSlots(services)) {
		if (keys.push(key) === most) break;
	}
	await forEach(
		keys,
		(key) => services.store.delete(key),
		() => services.now() > until,
	);
	return keys.length;
}
