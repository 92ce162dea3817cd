import { acknowledge } from './acknowledge.ts';
import { transition, readEnquiry } from '../enquiry/transition.ts';
import { claimSlot, nextHour } from './budget.ts';
import { mailToStaff } from './messages/to-staff.ts';
import { isDue, mayBeForgotten, retryDelay } from './retry-policy.ts';
import {
	type Delivery,
	type Enquiry,
	type HoldReason,
	leaseDuration,
	mailName,
	type OpenEnquiry,
	tombstone,
} from '../enquiry/enquiry.ts';
import type { SendResult } from './mailer.ts';
import { tagsOf } from './mail-tags.ts';
import type { DeliveryServices } from './services.ts';
import { sentByMany } from './sent-by-many.ts';
import type { Stored } from '../enquiry/store.ts';

/** The same for every try of one mail. Of the same words in another wrapping, the provider takes only the first. */
const idempotencyKey = (enquiry: OpenEnquiry): string => `contact-${mailName(enquiry)}`;

interface Made extends Pick<DeliveryServices, 'addresses'> {
	/** Whether several addresses sent the same text. */
	readonly many: boolean;
}

/** The mail of an enquiry as it stands now; the same for every try once it is leased. */
function mailOf(enquiry: OpenEnquiry, key: string, { addresses, many }: Made) {
	const to = enquiry.delivery.fallback ? addresses.fallback : undefined;
	const mail = mailToStaff(enquiry, addresses, many);
	return { ...mail, ...(to && { to }), tags: tagsOf(key, enquiry) };
}

type Leased = OpenEnquiry & {
	readonly delivery: Delivery & Required<Pick<Delivery, 'mail' | 'first'>>;
};

/** The enquiry as it is leased for one try. */
async function leased(
	enquiry: OpenEnquiry,
	key: string,
	services: DeliveryServices,
): Promise<Leased> {
	const { due: _, ...delivery } = enquiry.delivery;
	const { addresses } = services;
	const mail =
		delivery.mail ?? mailOf(enquiry, key, { addresses, many: await sentByMany(services, enquiry) });
	return {
		...enquiry,
		state: 'sending',
		delivery: {
			...delivery,
			tries: delivery.tries + 1,
			first: delivery.first ?? services.now(),
			mail,
			lease: services.now() + leaseDuration,
		},
	};
}

/** The enquiry after something went wrong: free for the next sender. */
export function failed(enquiry: OpenEnquiry, change: Partial<Delivery>): OpenEnquiry {
	const { lease: _, ...delivery } = enquiry.delivery;
	return { ...enquiry, state: 'failed', delivery: { ...delivery, ...change } };
}

/**
 * The enquiry to be sent at once, its mail made anew under the key it has: that the provider refused one try does not
 * say that it took none before, and of two mails under one key it takes one.
 */
export function reopened(enquiry: OpenEnquiry): OpenEnquiry {
	const { tries, generation, first, fallback } = enquiry.delivery;
	const kept = { ...(first !== undefined && { first }), ...(fallback && { fallback }) };
	return { ...enquiry, state: 'failed', delivery: { tries, generation, ...kept } };
}

/** The enquiry with its next mail: made anew under a key of its own, to be sent at once. */
export function renewed(enquiry: OpenEnquiry, change: Partial<Delivery> = {}): OpenEnquiry {
	const { tries, generation, fallback } = enquiry.delivery;
	const next = { tries, generation: generation + 1, ...(fallback && { fallback }) };
	return { ...enquiry, state: 'failed', delivery: { ...next, ...change } };
}

/** The enquiry after a try. */
function after(
	enquiry: Leased,
	sent: SendResult,
	{ now, random, confirms }: DeliveryServices,
): Enquiry {
	if (sent.kind === 'accepted') {
		if (!confirms) return tombstone(enquiry);
		const { lease: _, ...delivery } = enquiry.delivery;
		return { ...enquiry, state: 'accepted', delivery: { ...delivery, id: sent.id } };
	}
	const { error } = sent;
	if (sent.kind === 'refused') return failed(enquiry, { held: 'refused', error });
	if (sent.kind === 'conflict') return failed(enquiry, { held: 'unknown', error });
	const asked = sent.kind === 'later' ? sent.wait : undefined;
	return failed(enquiry, {
		due: now() + retryDelay(enquiry.delivery.tries, { asked, random }),
		error,
	});
}

export type DeliveryResult = 'delivered' | 'accepted' | 'waiting' | 'delayed' | 'held' | 'busy';

const outcome = (next: Enquiry): DeliveryResult => {
	if (next.state === 'delivered' || next.state === 'accepted') return next.state;
	return 'delivery' in next && next.delivery.held ? 'held' : 'waiting';
};

/**
 * One try to deliver an enquiry. Every step is a conditional write, so of many senders one goes on; when the last write
 * is lost, the next try sends the same bytes under the same key. Throws when the store cannot be read.
 */
export async function deliver(
	services: DeliveryServices,
	key: string,
	found: Stored<OpenEnquiry>,
): Promise<DeliveryResult> {
	const { store, mailer, now, budgets } = services;
	const enquiry = found.value;
	const hold = async (held: HoldReason): Promise<DeliveryResult> => {
		await transition(store, { key, found }, failed(enquiry, { held }));
		return 'held';
	};
	if (mayBeForgotten(enquiry, now())) return hold('unknown');
	const taken = await leased(enquiry, key, services).catch(() => undefined);
	if (!taken) return hold('broken');
	const written = await transition(store, { key, found }, taken);
	if (typeof written !== 'object') return 'busy';
	const mine = { key, found: { value: taken, etag: written.etag } };
	if (!(await claimSlot(store, { scope: 'site', slots: budgets.site }, services))) {
		await transition(store, mine, failed(enquiry, { due: nextHour(now()), error: 'over_budget' }));
		return 'delayed';
	}
	const sent = await mailer.send(taken.delivery.mail, idempotencyKey(taken));
	if (sent.kind === 'accepted') await acknowledge(services, taken);
	const next = after(taken, sent, services);
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
	return deliver(services, key, { value: found.value, etag: found.etag });
}

/** Sends a message that the store could not keep, under the key that its record would have. */
export async function deliverDirectly(
	services: DeliveryServices,
	key: string,
	record: OpenEnquiry,
): Promise<SendResult> {
	const mail = mailOf(record, key, { addresses: services.addresses, many: false });
	return services.mailer.send(mail, idempotencyKey(record));
}
