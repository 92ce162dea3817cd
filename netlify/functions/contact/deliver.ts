import { acknowledge } from './acknowledge.ts';
import { advance, readEnquiry } from './advance.ts';
import { claimSlot, nextHour } from './budget.ts';
import { compose } from './compose.ts';
import { isDue, isForgotten, pause } from './due.ts';
import {
	type Delivery,
	type Enquiry,
	type Held,
	lease,
	mailName,
	type Open,
	tombstone,
} from './enquiry.ts';
import type { Sent } from './mail.ts';
import { tagsOf } from './mail-tags.ts';
import type { Post } from './post.ts';
import { sentByMany } from './sent-by-many.ts';
import type { Stored } from './store.ts';

/** The same for every try of one mail. Of the same words in another wrapping, the provider takes only the first. */
const idempotencyKey = (enquiry: Open): string => `contact-${mailName(enquiry)}`;

interface Made extends Pick<Post, 'addresses'> {
	/** Whether several addresses sent the same text. */
	readonly many: boolean;
}

/** The mail of an enquiry as it stands now; the same for every try once it is leased. */
function mailOf(enquiry: Open, key: string, { addresses, many }: Made) {
	const to = enquiry.delivery.fallback ? addresses.fallback : undefined;
	const mail = compose(enquiry, addresses, many);
	return { ...mail, ...(to && { to }), tags: tagsOf(key, enquiry) };
}

type Leased = Open & { readonly delivery: Delivery & Required<Pick<Delivery, 'mail' | 'first'>> };

/** The enquiry as it is leased for one try. */
async function leased(enquiry: Open, key: string, post: Post): Promise<Leased> {
	const { due: _, ...delivery } = enquiry.delivery;
	const { addresses } = post;
	const mail =
		delivery.mail ?? mailOf(enquiry, key, { addresses, many: await sentByMany(post, enquiry) });
	return {
		...enquiry,
		state: 'sending',
		delivery: {
			...delivery,
			tries: delivery.tries + 1,
			first: delivery.first ?? post.now(),
			mail,
			lease: post.now() + lease,
		},
	};
}

/** The enquiry after something went wrong: free for the next sender. */
export function failed(enquiry: Open, change: Partial<Delivery>): Open {
	const { lease: _, ...delivery } = enquiry.delivery;
	return { ...enquiry, state: 'failed', delivery: { ...delivery, ...change } };
}

/**
 * The enquiry to be sent at once, its mail made anew under the key it has: that the provider refused one try does not
 * say that it took none before, and of two mails under one key it takes one.
 */
export function reopened(enquiry: Open): Open {
	const { tries, generation, first, fallback } = enquiry.delivery;
	const kept = { ...(first !== undefined && { first }), ...(fallback && { fallback }) };
	return { ...enquiry, state: 'failed', delivery: { tries, generation, ...kept } };
}

/** The enquiry with its next mail: made anew under a key of its own, to be sent at once. */
export function renewed(enquiry: Open, change: Partial<Delivery> = {}): Open {
	const { tries, generation, fallback } = enquiry.delivery;
	const next = { tries, generation: generation + 1, ...(fallback && { fallback }) };
	return { ...enquiry, state: 'failed', delivery: { ...next, ...change } };
}

/** The enquiry after a try. */
function after(enquiry: Leased, sent: Sent, { now, random, confirms }: Post): Enquiry {
	if (sent.kind === 'accepted') {
		if (!confirms) return tombstone(enquiry);
		const { lease: _, ...delivery } = enquiry.delivery;
		return { ...enquiry, state: 'accepted', delivery: { ...delivery, id: sent.id } };
	}
	const { error } = sent;
	if (sent.kind === 'refused') return failed(enquiry, { held: 'refused', error });
	if (sent.kind === 'conflict') return failed(enquiry, { held: 'unknown', error });
	const asked = sent.kind === 'later' ? sent.wait : undefined;
	return failed(enquiry, { due: now() + pause(enquiry.delivery.tries, { asked, random }), error });
}

export type Delivering = 'delivered' | 'accepted' | 'waiting' | 'delayed' | 'held' | 'busy';

const outcome = (next: Enquiry): Delivering => {
	if (next.state === 'delivered' || next.state === 'accepted') return next.state;
	return 'delivery' in next && next.delivery.held ? 'held' : 'waiting';
};

/**
 * One try to deliver an enquiry. Every step is a conditional write, so of many senders one goes on; when the last write
 * is lost, the next try sends the same bytes under the same key. Throws when the store cannot be read.
 */
export async function deliver(post: Post, key: string, found: Stored<Open>): Promise<Delivering> {
	const { store, mailer, now, budgets } = post;
	const enquiry = found.value;
	const hold = async (held: Held): Promise<Delivering> => {
		await advance(store, { key, found }, failed(enquiry, { held }));
		return 'held';
	};
	if (isForgotten(enquiry, now())) return hold('unknown');
	const taken = await leased(enquiry, key, post).catch(() => undefined);
	if (!taken) return hold('broken');
	const written = await advance(store, { key, found }, taken);
	if (typeof written !== 'object') return 'busy';
	const mine = { key, found: { value: taken, etag: written.etag } };
	if (!(await claimSlot(store, { scope: 'site', slots: budgets.site }, post))) {
		await advance(store, mine, failed(enquiry, { due: nextHour(now()), error: 'over_budget' }));
		return 'delayed';
	}
	const sent = await mailer.send(taken.delivery.mail, idempotencyKey(taken));
	if (sent.kind === 'accepted') await acknowledge(post, taken);
	const next = after(taken, sent, post);
	await advance(store, mine, next);
	return outcome(next);
}

/** One try for a key, if what is kept there is due. */
export async function deliverKey(post: Post, key: string): Promise<Delivering | 'nothing'> {
	const found = await readEnquiry(post.store, key);
	if (!found || !isDue(found.value, post.now())) return 'nothing';
	return deliver(post, key, { value: found.value, etag: found.etag });
}

/** Sends a message that the store could not keep, under the key that its record would have. */
export async function deliverDirectly(post: Post, key: string, record: Open): Promise<Sent> {
	const mail = mailOf(record, key, { addresses: post.addresses, many: false });
	return post.mailer.send(mail, idempotencyKey(record));
}
