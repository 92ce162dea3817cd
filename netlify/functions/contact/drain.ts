import { advance, readEnquiry } from './advance.ts';
import { type Delivering, deliver, isDue } from './deliver.ts';
import { type Enquiry, tombstone } from './enquiry.ts';
import { tellOperator } from './notices.ts';
import type { Post } from './post.ts';
import type { Stored } from './store.ts';
import { utcDay } from './times.ts';

const day = 86_400_000;

/** How far a round goes. */
export interface Round {
	/** Records to read at most. */
	readonly reads: number;
	/** Mails to try at most. */
	readonly tries: number;
}

/** What a round did, in numbers of records. */
export type Drained = Record<Delivering | 'purged', number>;

/** Nothing more will happen to these, so their next sight costs no read: tags of records that are done. */
const done = new Set<string>();
const remembered = 10_000;

const dayOf = (key: string): string => key.split('/')[1] ?? '';

/** Whether the question under which a record is kept can still be answered: it is good for a day, from late on its own. */
const answerable = (key: string, now: number): boolean => dayOf(key) >= utcDay(now - 2 * day);

interface Seen {
	readonly key: string;
	readonly found: Stored<Enquiry>;
}

/** Takes out what is no longer needed. Gives true when it did. */
async function tidy({ key, found }: Seen, { store, now, retentionDays }: Post): Promise<boolean> {
	const { value } = found;
	if (value.state === 'delivered' || value.state === 'spent') {
		if (answerable(key, now())) {
			if (done.size > remembered) done.clear();
			done.add(found.etag);
			return false;
		}
		await store.delete(key);
		return true;
	}
	if (value.state !== 'accepted' || value.received > now() - retentionDays * day) return false;
	return typeof (await advance(store, { key, found }, tombstone(value))) === 'object';
}

/** Delivers what is due, oldest day first, and tidies up behind it. Throws when the store cannot be read. */
export async function drain(post: Post, { reads, tries }: Round): Promise<Drained> {
	const drained: Drained = {
		delivered: 0,
		accepted: 0,
		waiting: 0,
		delayed: 0,
		held: 0,
		busy: 0,
		purged: 0,
	};
	let [readable, sendable] = [reads, tries];
	const held: string[] = [];
	for await (const { key, etag } of post.store.list('enquiries/')) {
		if (readable === 0) break;
		if (done.has(etag) && answerable(key, post.now())) continue;
		readable--;
		const found = await readEnquiry(post.store, key);
		if (!found) continue;
		const { value } = found;
		if (await tidy({ key, found }, post)) drained.purged++;
		else if ('delivery' in value && value.delivery.held) held.push(value.reference);
		else if (isDue(value, post.now()) && sendable > 0) {
			sendable--;
			const did = await deliver(post, key, { value, etag: found.etag });
			drained[did]++;
			if (did === 'held') held.push(value.reference);
		}
	}
	if (held.length > 0) await tellOperator(post, held);
	return drained;
}

/** Takes out the slots of days gone by. Gives how many. */
export async function purgeSlots({ store, now }: Post): Promise<number> {
	let purged = 0;
	for (const prefix of ['slots/', 'copies/', 'told/']) {
		for await (const { key } of store.list(prefix)) {
			if (dayOf(key).slice(0, 10) >= utcDay(now() - 2 * day)) continue;
			await store.delete(key);
			purged++;
		}
	}
	return purged;
}
