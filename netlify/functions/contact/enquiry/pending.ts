import { type Enquiry, leaseDuration, type OpenEnquiry } from './enquiry.ts';
import type { Store } from './store.ts';

/**
 * What is pending lies apart from what is only spent: for every record with something left to do there is an empty entry
 * `pending/<queue>/<due>-<received>/<day>/<nonce>`, with times in milliseconds since 1970. A queue is listed oldest first
 * by one request, whatever else the store holds. An entry is made before its record, moved after each step that changes
 * it, and taken out last, so that a crash leaves an entry too many and never one too few; a round mends what is too many.
 */
const queues = ['unlabelled', 'labelled', 'held', 'accepted'] as const;
export type Queue = (typeof queues)[number];
export type SendingQueue = Extract<Queue, 'unlabelled' | 'labelled'>;

/** An entry as its key tells. */
export interface PendingEntry {
	readonly entry: string;
	/** The key of its record. */
	readonly key: string;
	/** Milliseconds since 1970, as is `received`. */
	readonly due: number;
	readonly received: number;
}

interface Placed {
	readonly queue: Queue;
	readonly due: number;
	readonly received: number;
}

const entryKey = (key: string, { queue, due, received }: Placed): string => {
	const time = (milliseconds: number) => String(Math.ceil(milliseconds)).padStart(13, '0');
	return `pending/${queue}/${time(due)}-${time(received)}/${key.slice('enquiries/'.length)}`;
};

/** Which of the two queues to send from an enquiry waits in; until its label is decided it counts as unlabelled. */
export const queueOf = ({ delivery }: OpenEnquiry): SendingQueue =>
	delivery.label === 'suspicious' ? 'labelled' : 'unlabelled';

function placeOf(enquiry: OpenEnquiry): Placed {
	const { received, delivery, state } = enquiry;
	if (state === 'accepted') return { queue: 'accepted', due: received, received };
	if (delivery.held) return { queue: 'held', due: received, received };
	// While an enquiry is being sent its entry stays where it was.
	const due = delivery.due ?? received + leaseDuration;
	return { queue: queueOf(enquiry), due, received };
}

/** Whether a record's entry is in one of the queues to send from, which every round looks at. */
export const isSending = (enquiry: Enquiry): boolean =>
	'delivery' in enquiry && ['unlabelled', 'labelled'].includes(placeOf(enquiry).queue);

/** The entry that a record has; undefined when there is nothing left to do for it. */
export function entryOf(key: string, enquiry: Enquiry): string | undefined {
	if ('delivery' in enquiry) return entryKey(key, placeOf(enquiry));
	if (enquiry.state !== 'unreadable') return undefined;
	return entryKey(key, { queue: 'held', due: enquiry.received, received: enquiry.received });
}

/** An entry that is there may be taken out, by another request for the same question, before it is looked at. */
const attempts = 3;

/** Makes an entry, unless it is there. Returns false when nobody knows whether it is. */
export async function addEntry(store: Store, entry: string): Promise<boolean> {
	for (let attempt = 0; attempt < attempts; attempt++) {
		const written = await store.create(entry, {});
		if (written !== 'refused') return written !== 'failed';
		if ((await store.read(entry).catch(() => undefined)) !== undefined) return true;
	}
	return false;
}

/** Moves a record's entry after a step: first makes the new one, then takes out the old one. */
export async function moveEntry(
	store: Store,
	from: string | undefined,
	to: string | undefined,
): Promise<void> {
	if (from === to) return;
	if (to !== undefined && !(await addEntry(store, to))) return;
	if (from !== undefined) await store.delete(from).catch(() => undefined);
}

const shape = /^pending\/[a-z]+\/([^/]*)\/(.+)$/;

/** The time that a part of an entry's key says; what says none counts as long ago, so that a round looks at it and mends it. */
const timeOf = (part: string): number => Number(part) || 0;

/** The entries of a queue, oldest first. Throws when the store cannot be read. */
export async function* pendingEntries(store: Store, queue: Queue): AsyncGenerator<PendingEntry> {
	for await (const { key: entry } of store.list(`pending/${queue}/`)) {
		const [, times = '', rest] = shape.exec(entry) ?? [];
		if (rest === undefined) continue;
		const [due, received] = times.split('-').map(timeOf);
		yield { entry, key: `enquiries/${rest}`, due: due ?? 0, received: received ?? 0 };
	}
}
