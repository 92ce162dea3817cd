import { day } from '../shared/durations.ts';
import { readEnquiry } from '../enquiry/transition.ts';
import { type DeliveryResult, deliver } from './deliver.ts';
import { isDue } from './retry-policy.ts';
import type { Enquiry } from '../enquiry/enquiry.ts';
import { tellOperator } from './notices.ts';
import type { DeliveryServices } from './services.ts';
import type { Store } from '../enquiry/store.ts';
import {
	answerableUntil,
	applyRetention,
	retentionAction,
	type StoredEnquiry,
} from '../enquiry/retention.ts';

/** How many records are read at a time. */
const together = 20;
/** After so many mails that were not taken a round sends no more: the provider is away. */
const vain = 3;

/** How far a round goes. */
export interface RoundLimits {
	/** Records to read at most. */
	readonly reads: number;
	/** Mails to try at most. */
	readonly tries: number;
}

/** What a round did, in numbers of records. */
export type DrainCounts = Record<DeliveryResult | 'purged', number>;

/** Until when there is nothing to do for records that were seen, by their tags: until then they cost no read. */
const quiet = new Map<string, number>();
const remembered = 10_000;

/** An enquiry that waits for a person. */
interface Waiting {
	readonly etag: string;
	readonly reference: string;
}

function leave(etag: string, until: number): void {
	if (quiet.size > remembered) quiet.clear();
	quiet.set(etag, until);
}

function quietUntil(key: string, enquiry: Enquiry, { retentionDays }: DeliveryServices): number {
	if (!('delivery' in enquiry)) return answerableUntil(key);
	if (enquiry.state === 'accepted') return enquiry.received + retentionDays * day;
	const { lease = 0, due = 0 } = enquiry.delivery;
	return Math.max(lease, due);
}

/**
 * The keys to look at, oldest day first. When there are more than a round may read, it begins anywhere, so that no
 * record can stand in the way of others for good.
 */
async function choose({ store, now, random }: DeliveryServices, reads: number): Promise<string[]> {
	const keys: string[] = [];
	for await (const { key, etag } of store.list('enquiries/')) {
		if ((quiet.get(etag) ?? 0) <= now()) keys.push(key);
	}
	if (keys.length <= reads) return keys;
	const start = Math.floor(random() * keys.length);
	return [...keys.slice(start), ...keys.slice(0, start)].slice(0, reads);
}

/** The records under some keys, in their order; reading is what a round spends its time on, so many are read at once. */
async function* readAll(store: Store, keys: readonly string[]): AsyncGenerator<StoredEnquiry> {
	for (let start = 0; start < keys.length; start += together) {
		const some = keys.slice(start, start + together);
		const found = await Promise.all(some.map((key) => readEnquiry(store, key)));
		for (const [index, key] of some.entries()) {
			const record = found[index];
			if (record) yield { key, found: record };
		}
	}
}

/** Delivers what is due and tidies up behind it. Throws when the store cannot be read. */
export async function drain(
	services: DeliveryServices,
	{ reads, tries }: RoundLimits,
): Promise<DrainCounts> {
	const drained: DrainCounts = {
		delivered: 0,
		accepted: 0,
		waiting: 0,
		delayed: 0,
		held: 0,
		busy: 0,
		purged: 0,
	};
	let sendable = tries;
	const held: Waiting[] = [];
	for await (const seen of readAll(services.store, await choose(services, reads))) {
		const { key, found } = seen;
		const { value, etag } = found;
		if (await applyRetention(retentionAction(seen, services), seen, services.store))
			drained.purged++;
		else if (value.state === 'failed' && value.delivery.held) {
			held.push({ etag, reference: value.reference });
		} else if (isDue(value, services.now())) {
			if (sendable-- <= 0 || drained.waiting >= vain) continue;
			const did = await deliver(services, key, { value, etag });
			drained[did]++;
			if (did === 'held') held.push({ etag, reference: value.reference });
		} else leave(etag, quietUntil(key, value, services));
	}
	await tell(services, held);
	return drained;
}

/** Tells the operator what waits for a person; what was told is left until the next day. */
async function tell(services: DeliveryServices, held: readonly Waiting[]): Promise<void> {
	if (held.length === 0) return;
	const references = held.map(({ reference }) => reference);
	if (!(await tellOperator(services, references))) return;
	const tomorrow = (Math.floor(services.now() / day) + 1) * day;
	for (const { etag } of held) leave(etag, tomorrow);
}
