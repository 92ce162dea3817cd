import { minute, second } from '../../shared/durations.ts';
import type { OpenEnquiry } from '../../enquiry/enquiry.ts';
import {
	entryOf,
	isSending,
	moveEntry,
	type PendingEntry,
	pendingEntries,
	queueOf,
	type SendingQueue,
} from '../../enquiry/pending.ts';
import type { Store, Stored } from '../../enquiry/store.ts';
import { readEnquiry, transition } from '../../enquiry/transition.ts';
import { writeNotes } from '../beside.ts';
import { type DeliveryResult, deliver, failed } from '../deliver.ts';
import { decideLabel } from '../label/label.ts';
import { keptEvents } from '../events/mail-events.ts';
import { maintain } from './maintenance.ts';
import { isDue } from '../retry-policy.ts';
import type { DeliveryServices } from '../services.ts';

/** How many records are read at a time. */
const together = 20;
/** How many records of a queue are read at most to find those that can be tried. */
const mostReads = 200;
/** After so many mails in a row that were not taken a round sends no more: the provider is away. */
const vain = 3;
/**
 * The longest that one try takes, in milliseconds, with every request at its time limit: the mail, the copy, and the
 * requests to the store around them.
 */
export const longestTry = 30 * second;

/** How far a round goes. */
export interface RoundLimits {
	/** Mails to try at most, from each queue. */
	readonly tries: number;
	/** The time by which everything is done, in milliseconds. No try begins that could last longer. */
	readonly milliseconds: number;
	/** Tries that are due within so many milliseconds from now are made too. */
	readonly ahead: number;
	/** Records of days gone by to remove at most; 0 leaves everything but the mails for a later round. */
	readonly purge: number;
}

/** What a round did, in numbers of records. */
export type RoundCounts = Record<DeliveryResult | 'purged', number>;

interface Round {
	readonly services: DeliveryServices;
	readonly limits: RoundLimits;
	readonly counts: RoundCounts;
	/** When the last try may begin, in milliseconds since 1970. */
	readonly lastStart: number;
	/** References of what has come to wait for a person. */
	readonly held: string[];
}

type Seen = PendingEntry & { readonly found: Awaited<ReturnType<typeof readEnquiry>> };

/** Reads the records of some entries at once, in their order. */
const readSome = (store: Store, entries: readonly PendingEntry[]): Promise<Seen[]> =>
	Promise.all(
		entries.map(async (entry) => ({ ...entry, found: await readEnquiry(store, entry.key) })),
	);

/** What is due in a queue, oldest first; no more is listed and read than is asked for. */
async function* dueRecords(
	{ services: { store, now }, limits: { tries, ahead } }: Round,
	queue: SendingQueue,
): AsyncGenerator<Seen> {
	let entries: PendingEntry[] = [];
	let read = 0;
	for await (const entry of pendingEntries(store, queue)) {
		if (entry.due > now() + ahead || read >= mostReads) break;
		if (entries.push(entry) < Math.min(together, tries)) continue;
		yield* await readSome(store, entries);
		read += entries.length;
		entries = [];
	}
	yield* await readSome(store, entries);
}

/** A claim that was never made leaves its entry behind; no claim takes so long, in milliseconds. */
const abandoned = 10 * minute;

/** How often the record of an entry of a store was not there: one answer is not enough to give up what may be kept. */
const absences = new WeakMap<Store, Map<string, number>>();
const enough = 3;
const remembered = 1_000;

function isAbsentAgain(store: Store, entry: string): boolean {
	const known = absences.get(store);
	const counts = known && known.size <= remembered ? known : new Map<string, number>();
	const times = (counts.get(entry) ?? 0) + 1;
	absences.set(store, counts.set(entry, times));
	return times >= enough;
}

/** The enquiry of an entry, if it is due and the entry is its own; an entry that is not is moved to where it belongs. */
async function dueEnquiry(
	{ services: { store, now }, limits }: Round,
	{ entry, key, due, found }: Seen,
): Promise<Stored<OpenEnquiry> | undefined> {
	if (!found) {
		if (due < now() - abandoned && isAbsentAgain(store, entry)) await store.delete(entry);
		return undefined;
	}
	const { value, etag } = found;
	const own = entryOf(key, value);
	// The entry of a step that is being taken at this moment comes before the step.
	const isEarly = own !== undefined && !isSending(value) && due >= now() - abandoned;
	if (own !== entry) {
		if (!isEarly) await moveEntry(store, entry, own);
	} else if (isDue(value, now(), limits.ahead)) return { value, etag };
	return undefined;
}

/** One try for an enquiry of a queue; `moved` when its label has put it into the other one. */
async function tryOne(
	services: DeliveryServices,
	queue: SendingQueue,
	{ key, found }: { key: string; found: Stored<OpenEnquiry> },
): Promise<DeliveryResult | 'moved'> {
	const labelled = await decideLabel(services, found.value).catch(() => undefined);
	if (!labelled) return deliver(services, { key, found });
	if (queueOf(labelled) === queue) return deliver(services, { key, found, labelled });
	await transition(services.store, { key, found }, failed(labelled, {}));
	return 'moved';
}

/** Tries what is due in a queue, oldest first, until the mails of the round, its time or the hour's budget are spent. */
async function deliverQueue(round: Round, queue: SendingQueue): Promise<void> {
	const { services, counts, held, limits, lastStart } = round;
	let [tried, notTaken] = [0, 0];
	for await (const seen of dueRecords(round, queue)) {
		if (tried >= limits.tries || notTaken >= vain || services.now() > lastStart) return;
		const found = await dueEnquiry(round, seen);
		if (!found) continue;
		const did = await tryOne(services, queue, { key: seen.key, found });
		if (did === 'moved') continue;
		counts[did]++;
		// The unlabelled queue may hold retries that have their place in the hour already.
		if (did === 'delayed' && queue === 'labelled') return;
		if (did === 'delayed') continue;
		if (did === 'held') held.push(found.value.reference);
		if (did !== 'busy') tried++;
		notTaken = did === 'waiting' ? notTaken + 1 : 0;
	}
}

/**
 * A round: what is due without a label, then what is labelled, oldest first; then what was told before its record was
 * there; then what has aged. Its cost does not depend on how much was delivered before. Throws when the store cannot be
 * read.
 */
export async function deliveryRound(
	services: DeliveryServices,
	limits: RoundLimits,
): Promise<RoundCounts> {
	const counts = { delivered: 0, accepted: 0, waiting: 0, delayed: 0, held: 0, busy: 0, purged: 0 };
	const end = services.now() + limits.milliseconds;
	const round = { services, limits, counts, held: [], lastStart: end - longestTry };
	await writeNotes(services.store);
	await deliverQueue(round, 'unlabelled');
	await deliverQueue(round, 'labelled');
	await keptEvents(services);
	counts.purged = await maintain(services, { held: round.held, purge: limits.purge, end });
	return counts;
}
