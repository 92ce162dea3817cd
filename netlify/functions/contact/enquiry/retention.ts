import { transition } from './transition.ts';
import { type Enquiry, tombstone } from './enquiry.ts';
import type { Store, Stored } from './store.ts';
import { day } from '../shared/durations.ts';
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

/** From when the question under which a record is kept can certainly be answered no more: it is good for a day. */
export const answerableUntil = (key: string): number => Date.parse(dayOf(key)) + 3 * day;

const answerable = (key: string, now: number): boolean => now < answerableUntil(key);

/** The action that a record's age calls for. What waits to be sent, or for a person, stays however old it is. */
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
		return true;
	}
	if (action === 'keep' || !('message' in found.value)) return false;
	return typeof (await transition(store, seen, tombstone(found.value))) === 'object';
}

/** The keys of the slots of days gone by. */
export async function* oldSlots({ store, now }: StoreAndClock): AsyncGenerator<string> {
	for (const prefix of ['slots/', 'copies/', 'texts/', 'told/', 'selftest/']) {
		for await (const { key } of store.list(prefix)) {
			if (dayOf(key) < utcDay(now() - 2 * day)) yield key;
		}
	}
}

/** Takes out the slots of days gone by. Gives how many. */
export async function purgeSlots(services: StoreAndClock): Promise<number> {
	let purged = 0;
	for await (const key of oldSlots(services)) {
		await services.store.delete(key);
		purged++;
	}
	return purged;
}
