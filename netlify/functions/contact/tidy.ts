import { advance } from './advance.ts';
import { type Enquiry, tombstone } from './enquiry.ts';
import type { Post } from './post.ts';
import type { Store, Stored } from './store.ts';
import { utcDay } from './times.ts';

const day = 86_400_000;

/** A record as it was found under its key. */
export interface Seen {
	readonly key: string;
	readonly found: Stored<Enquiry>;
}

/** What is to become of a record: it stays, loses what the visitor wrote, or goes. */
export type Fate = 'keep' | 'bury' | 'remove';

const dayOf = (key: string): string => key.split('/')[1]?.slice(0, 10) ?? '';

/** From when the question under which a record is kept can certainly be answered no more: it is good for a day. */
export const answerableUntil = (key: string): number => Date.parse(dayOf(key)) + 3 * day;

const answerable = (key: string, now: number): boolean => now < answerableUntil(key);

/** What a record's age makes of it. What waits to be sent, or for a person, stays however old it is. */
export function fateOf(
	{ key, found: { value } }: Seen,
	{ now, retentionDays }: Pick<Post, 'now' | 'retentionDays'>,
): Fate {
	if (value.state === 'delivered' || value.state === 'spent') {
		return answerable(key, now()) ? 'keep' : 'remove';
	}
	const old = value.received <= now() - retentionDays * day;
	return value.state === 'accepted' && old ? 'bury' : 'keep';
}

/** What erasing makes of a record: while its question is good, what shows that it was used must stay. */
export const fateOfErased = (key: string, now: number): Fate =>
	answerable(key, now) ? 'bury' : 'remove';

/** Does to a record what its fate is. Gives false when it stays, or when somebody else was quicker. */
export async function carryOut(fate: Fate, seen: Seen, store: Store): Promise<boolean> {
	const { key, found } = seen;
	if (fate === 'remove') {
		await store.delete(key);
		return true;
	}
	if (fate === 'keep' || !('message' in found.value)) return false;
	return typeof (await advance(store, seen, tombstone(found.value))) === 'object';
}

/** The keys of the slots of days gone by. */
export async function* oldSlots({
	store,
	now,
}: Pick<Post, 'store' | 'now'>): AsyncGenerator<string> {
	for (const prefix of ['slots/', 'copies/', 'texts/', 'told/', 'selftest/']) {
		for await (const { key } of store.list(prefix)) {
			if (dayOf(key) < utcDay(now() - 2 * day)) yield key;
		}
	}
}

/** Takes out the slots of days gone by. Gives how many. */
export async function purgeSlots(post: Pick<Post, 'store' | 'now'>): Promise<number> {
	let purged = 0;
	for await (const key of oldSlots(post)) {
		await post.store.delete(key);
		purged++;
	}
	return purged;
}
