import { type Addresses, compose } from './compose.ts';
import { type Delivery, type Enquiry, type Open, tombstone } from './enquiry.ts';
import type { Mailer, Sent } from './mail.ts';
import type { Store, Stored } from './store.ts';

const minute = 60_000;
const hour = 60 * minute;
/** How long a sender keeps an enquiry to itself: longer than any one try can take. */
const lease = minute;
/** The provider forgets a key after 24 hours; past this, a mail that may have been sent is not sent again. */
export const memory = 23 * hour;
const longestWait = 4 * hour;

export interface Post {
	readonly store: Store;
	readonly mailer: Mailer;
	readonly addresses: Addresses;
	readonly now: () => number;
	/** A number from 0 up to 1. */
	readonly random: () => number;
}

/** One key for each mail that is meant to arrive: the same for every try of it. */
export const idempotencyKey = (reference: string, generation: number): string =>
	generation === 1 ? `contact-${reference}` : `contact-${reference}-${generation}`;

/** Milliseconds to the next try: doubling from a minute to four hours, the second half of each at random. */
export function backoff(tries: number, random: () => number): number {
	const full = Math.min(longestWait, minute * 2 ** Math.min(tries - 1, 12));
	return full / 2 + (full / 2) * random();
}

/** Whether an enquiry waits for a try at this time. */
export function isDue(enquiry: Enquiry, now: number): enquiry is Open {
	if (!('delivery' in enquiry) || enquiry.state === 'accepted' || enquiry.delivery.held)
		return false;
	const { lease = 0, due = 0 } = enquiry.delivery;
	return lease <= now && due <= now;
}

/** The enquiry as it is leased for one try: the mail made once and kept, so that each try sends the same bytes. */
function leased(
	enquiry: Open,
	{ addresses, now }: Post,
): Open & { delivery: Required<Pick<Delivery, 'mail' | 'first'>> & Delivery } {
	const { due: _, ...delivery } = enquiry.delivery;
	return {
		...enquiry,
		state: 'sending',
		delivery: {
			...delivery,
			tries: delivery.tries + 1,
			first: delivery.first ?? now(),
			mail: delivery.mail ?? compose(enquiry.reference, enquiry.message, addresses),
			lease: now() + lease,
		},
	};
}

function failed(enquiry: Open, change: Partial<Delivery>): Open {
	const { lease: _, ...delivery } = enquiry.delivery;
	return { ...enquiry, state: 'failed', delivery: { ...delivery, ...change } };
}

/** The next mail of an enquiry: made anew under a key of its own. */
function renewed({ delivery: { tries, generation } }: Open): Delivery {
	return { tries, generation: generation + 1 };
}

/** The enquiry after a try. */
function after(enquiry: Open, sent: Sent, { now, random }: Post): Enquiry {
	if (sent.kind === 'accepted') return tombstone(enquiry);
	const { error } = sent;
	if (sent.kind === 'refused') return failed(enquiry, { held: 'refused', error });
	if (sent.kind === 'conflict') {
		return { ...enquiry, state: 'failed', delivery: { ...renewed(enquiry), error } };
	}
	const asked = sent.kind === 'later' ? (sent.wait ?? 0) : 0;
	const wait = Math.max(asked, backoff(enquiry.delivery.tries, random));
	return failed(enquiry, { due: now() + wait, error });
}

const tooOld = ({ received, delivery }: Open, now: number): boolean =>
	now - (delivery.first ?? received) > memory;

export type Delivering = 'delivered' | 'waiting' | 'held' | 'busy';

/**
 * One try to deliver what is read under a key. Every step is a conditional write, so of many senders one goes on; when
 * the last write is lost, the next try sends the same bytes under the same key. Throws when the store cannot be read.
 */
export async function deliver(post: Post, key: string, found: Stored<Open>): Promise<Delivering> {
	const { store, mailer, now } = post;
	if (tooOld(found.value, now())) {
		await store.replace(key, failed(found.value, { held: 'unknown' }), found.etag);
		return 'held';
	}
	const taken = leased(found.value, post);
	const written = await store.replace(key, taken, found.etag);
	if (typeof written !== 'object') return 'busy';
	const { mail, generation } = taken.delivery;
	const sent = await mailer.send(mail, idempotencyKey(taken.reference, generation));
	const next = after(taken, sent, post);
	await store.replace(key, next, written.etag);
	if (next.state === 'delivered') return 'delivered';
	return 'delivery' in next && next.delivery.held ? 'held' : 'waiting';
}

/** One try for a key, if what is kept there is due. */
export async function deliverKey(post: Post, key: string): Promise<Delivering | 'nothing'> {
	const found = await post.store.read(key);
	// Only this function writes under these keys.
	const enquiry = found?.value as Enquiry | undefined;
	if (!found || !enquiry || !isDue(enquiry, post.now())) return 'nothing';
	return deliver(post, key, { value: enquiry, etag: found.etag });
}

/** Sends a message that the store could not keep, under the key that its record would have. */
export async function deliverDirectly({ mailer, addresses }: Post, record: Open): Promise<Sent> {
	const mail = compose(record.reference, record.message, addresses);
	return mailer.send(mail, idempotencyKey(record.reference, 1));
}
