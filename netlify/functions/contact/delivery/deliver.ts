import { acknowledge } from './acknowledge.ts';
import { transition, readEnquiry } from '../enquiry/transition.ts';
import { sentBeside } from './beside.ts';
import { claimSlot, hourOf, isSpent, queueBudget } from './budget/budget.ts';
import { decideLabel, type Labelled } from './label/label.ts';
import { mailToStaff } from './messages/to-staff.ts';
import {
	isDue,
	mayBeForgotten,
	mayBeForgottenBeside,
	mayForget,
	retryDelay,
} from './retry-policy.ts';
import {
	type Delivery,
	type Enquiry,
	type HoldReason,
	leaseDuration,
	mailName,
	type OpenEnquiry,
	tombstone,
} from '../enquiry/enquiry.ts';
import type { SendResult } from './provider/mailer.ts';
import type { Mail } from '../shared/mail.ts';
import { utcDay } from '../shared/times.ts';
import { dueOf } from '../shared/due-day.ts';
import { tagsOf } from './events/mail-tags.ts';
import { queueOf } from '../enquiry/pending.ts';
import type { DeliveryServices } from './services.ts';
import type { Stored } from '../enquiry/store.ts';

/** The same for every try of one mail. Of the same words in another wrapping, the provider takes only the first. */
const idempotencyKey = (enquiry: OpenEnquiry): string => `${enquiry.form}-${mailName(enquiry)}`;

/** The mail of an enquiry as its record says: kept with the first try, so that it is the same for every other. */
function mailOf(enquiry: OpenEnquiry, key: string, addresses: DeliveryServices['addresses']): Mail {
	const { mail, many = false, fallback } = enquiry.delivery;
	if (mail) return mail;
	const to = fallback ? addresses.fallback : undefined;
	const made = mailToStaff(enquiry, addresses, many);
	return { ...made, ...(to && { to }), tags: tagsOf(key, enquiry) };
}

/**
 * The mail that a request sends when the store is away. It says only what the question and the typed words alone decide,
 * so that it is the same whoever sends it and whenever. Its day to answer by is counted from the day of the question,
 * which can only be too early.
 */
function plainMail(
	enquiry: OpenEnquiry,
	key: string,
	addresses: DeliveryServices['addresses'],
): Mail {
	const { form, reference, issued, message } = enquiry;
	const bare = { ...message, proofs: [], signals: [], policy: '', policyHash: '' };
	const due = dueOf(form, message.values.topic, utcDay(issued));
	const told = { form, reference, due, issued, message: bare };
	return { ...mailToStaff(told, addresses), tags: tagsOf(key, enquiry) };
}

type Leased = Labelled & { readonly delivery: Required<Pick<Delivery, 'mail' | 'first'>> };

/** The enquiry as it is leased for one try: a mail may be taken from now on, unless the provider says that it was not. */
function leased(enquiry: Labelled, mail: Mail, now: number): Leased {
	const { delivery } = enquiry;
	return {
		...enquiry,
		state: 'sending',
		delivery: {
			...delivery,
			tries: delivery.tries + 1,
			attempted: 'maybe',
			first: delivery.first ?? now,
			mail,
			hour: hourOf(now),
			lease: now + leaseDuration,
		},
	};
}

/** The enquiry after something went wrong: free for the next sender. */
export function failed(enquiry: OpenEnquiry, change: Partial<Delivery>): OpenEnquiry {
	const { lease: _, ...delivery } = enquiry.delivery;
	return { ...enquiry, state: 'failed', delivery: { ...delivery, ...change } };
}

const keptAs = ({ label, many, fallback }: Delivery): Partial<Delivery> => ({
	...(label && { label }),
	...(many && { many }),
	...(fallback && { fallback }),
});

/**
 * The enquiry to be sent at once, its mail made anew under the key it has: that the provider refused one try does not
 * say that it took none before, and of two mails under one key it takes one.
 */
export function reopened(enquiry: OpenEnquiry, now: number): OpenEnquiry {
	const { tries, generation, attempted, first } = enquiry.delivery;
	const before = { ...(attempted && { attempted }), ...(first !== undefined && { first }) };
	const delivery = { tries, generation, due: now, ...before, ...keptAs(enquiry.delivery) };
	return { ...enquiry, state: 'failed', delivery };
}

/** The enquiry with its next mail: made anew under a key of its own, to be sent at once. */
export function renewed(
	enquiry: OpenEnquiry,
	now: number,
	change: Partial<Delivery> = {},
): OpenEnquiry {
	const { tries, generation } = enquiry.delivery;
	const next = { tries, generation: generation + 1, due: now, ...keptAs(enquiry.delivery) };
	return { ...enquiry, state: 'failed', delivery: { ...next, ...change } };
}

/** The enquiry after a try that was surely not taken: it was attempted as far as it was before. */
function declined(enquiry: Leased, before: OpenEnquiry, change: Partial<Delivery>): OpenEnquiry {
	if (before.delivery.attempted === 'maybe') return failed(enquiry, change);
	const { first: _, ...delivery } = enquiry.delivery;
	return failed({ ...enquiry, delivery: { ...delivery, attempted: 'declined' } }, change);
}

interface Try {
	readonly before: OpenEnquiry;
	readonly taken: Leased;
	readonly sent: SendResult;
}

/** The enquiry after a try. */
function after({ before, taken, sent }: Try, services: DeliveryServices): Enquiry {
	const { now, random, confirms } = services;
	if (sent.kind === 'accepted') {
		if (!confirms) return tombstone(taken);
		const { lease: _, ...delivery } = taken.delivery;
		return { ...taken, state: 'accepted', delivery: { ...delivery, id: sent.id } };
	}
	const { error } = sent;
	if (sent.kind === 'refused') return declined(taken, before, { held: 'refused', error });
	if (sent.kind === 'conflict') return failed(taken, { held: 'unknown', error });
	const asked = sent.kind === 'later' ? sent.wait : undefined;
	const due = now() + retryDelay(taken.delivery.tries, { asked, random });
	if (sent.kind === 'later') return declined(taken, before, { due, error });
	return failed(taken, { due, error });
}

export type DeliveryResult = 'delivered' | 'accepted' | 'waiting' | 'delayed' | 'held' | 'busy';

const outcome = (next: Enquiry): DeliveryResult => {
	if (next.state === 'delivered' || next.state === 'accepted') return next.state;
	return 'delivery' in next && next.delivery.held ? 'held' : 'waiting';
};

/**
 * Hands the mail of a lease over. Where the provider took the same words in another wrapping, that was the plain mail of
 * a request without the store; handed over again, it is the same mail and says whether it was taken.
 */
async function handOver(
	{ mailer, addresses }: DeliveryServices,
	key: string,
	taken: Leased,
): Promise<Omit<Try, 'before'>> {
	const sent = await mailer.send(taken.delivery.mail, idempotencyKey(taken));
	const { plain, generation } = taken.delivery;
	if (sent.kind !== 'conflict' || plain || generation > 1) return { taken, sent };
	const mail = plainMail(taken, key, addresses);
	const again = { ...taken, delivery: { ...taken.delivery, mail, plain: true as const } };
	return { taken: again, sent: await mailer.send(mail, idempotencyKey(taken)) };
}

/** The place in this hour's budget that an enquiry needs; undefined when it took one before. */
const placeNeeded = (enquiry: Labelled, { now, budgets }: DeliveryServices) =>
	enquiry.delivery.hour === hourOf(now()) ? undefined : queueBudget(queueOf(enquiry), budgets.site);

/** Why no try may be made without a person, if that is so. */
async function holdReason(
	{ store, now }: DeliveryServices,
	key: string,
	enquiry: OpenEnquiry,
): Promise<HoldReason | undefined> {
	if (mayBeForgotten(enquiry, now())) return 'unknown';
	if (!mayBeForgottenBeside(enquiry, now())) return undefined;
	const at = await sentBeside(store, key, enquiry);
	return at !== undefined && mayForget(at, now()) ? 'unknown' : undefined;
}

/** An open enquiry as it was found under its key. */
interface Found {
	readonly key: string;
	readonly found: Stored<OpenEnquiry>;
	/** The same with its label, if the caller has decided it. */
	readonly labelled?: Labelled;
}

/** The enquiry with its label and its mail; undefined when none can be made of what is kept. */
async function prepared(
	services: DeliveryServices,
	key: string,
	enquiry: OpenEnquiry,
): Promise<{ labelled: Labelled; mail: Mail } | undefined> {
	try {
		const labelled = await decideLabel(services, enquiry);
		return { labelled, mail: mailOf(labelled, key, services.addresses) };
	} catch {
		return undefined;
	}
}

/**
 * One try to deliver an enquiry. Every step is a conditional write, so of many senders one goes on; when the last write
 * is lost, the next try sends the same bytes under the same key. When this hour's mails are spent it is `delayed`: left
 * where it is in its queue, or put off until a time in milliseconds since 1970. Throws when the store cannot be read.
 */
export async function deliver(
	services: DeliveryServices,
	{ key, found, labelled }: Found,
	putOffUntil?: number,
): Promise<DeliveryResult> {
	const { store, now } = services;
	const seen = { key, found };
	const hold = async (held: HoldReason): Promise<DeliveryResult> => {
		await transition(store, seen, failed(found.value, { held }));
		return 'held';
	};
	const held = await holdReason(services, key, found.value);
	if (held) return hold(held);
	const ready = await prepared(services, key, labelled ?? found.value);
	if (!ready) return hold('broken');
	const place = placeNeeded(ready.labelled, services);
	const later = failed(ready.labelled, {
		error: 'over_budget',
		...(putOffUntil !== undefined && { due: putOffUntil }),
	});
	if (place && isSpent(store, place, now())) {
		if (putOffUntil !== undefined) await transition(store, seen, later);
		return 'delayed';
	}
	const taken = leased(ready.labelled, ready.mail, now());
	const written = await transition(store, seen, taken);
	if (typeof written !== 'object') return 'busy';
	const mine = { key, found: { value: taken, etag: written.etag } };
	if (place && !(await claimSlot(store, place, services))) {
		await transition(store, mine, later);
		return 'delayed';
	}
	const tried = await handOver(services, key, taken);
	if (tried.sent.kind === 'accepted') await acknowledge(services, tried.taken);
	const next = after({ ...tried, before: found.value }, services);
	await transition(store, mine, next);
	return outcome(next);
}

/** One try for a key, if what is kept there is due. */
export async function deliverKey(
	services: DeliveryServices,
	key: string,
): Promise<DeliveryResult | 'nothing'> {
	const found = await readEnquiry(services.store, key);
	if (!found || !isDue(found.value, services.now())) return 'nothing';
	return deliver(services, { key, found: { value: found.value, etag: found.etag } });
}

/** Sends a message that the store could not keep, under the key that its record would have. */
export const deliverDirectly = (
	{ addresses, mailer }: DeliveryServices,
	key: string,
	record: OpenEnquiry,
): Promise<SendResult> => mailer.send(plainMail(record, key, addresses), idempotencyKey(record));
