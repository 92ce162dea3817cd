import { type Enquiry, transitions } from './enquiry.ts';
import { addEntry, entryOf, isSending, moveEntry } from './pending.ts';
import type { Store, Stored, Written } from './store.ts';

/**
 * Takes an enquiry one step further, if nobody else did, and moves its pending entry. Rounds soon look at every entry of
 * what is to be sent, so a move that is cut short is mended; out of the other queues the new entry is made first. Throws
 * a RangeError for a step that the table does not have.
 */
export async function transition(
	store: Store,
	{ key, found }: { key: string; found: Stored<Enquiry> },
	next: Enquiry,
): Promise<Written> {
	if (transitions[found.value.state][next.state] === undefined) {
		throw new RangeError(`No step leads from ${found.value.state} to ${next.state}`);
	}
	const [from, to] = [entryOf(key, found.value), entryOf(key, next)];
	const isFirst = to !== undefined && from !== to && !isSending(found.value);
	if (isFirst && !(await addEntry(store, to))) return 'failed';
	const written = await store.replace(key, next, found.etag);
	if (typeof written === 'object') await moveEntry(store, from, to);
	return written;
}

/**
 * The record under a key, as this version has it. Only this room writes under `enquiries/`. The schemas load with the
 * first record that is read. Throws when the store cannot be read.
 */
export async function readEnquiry(store: Store, key: string): Promise<Stored<Enquiry> | undefined> {
	const found = await store.read(key);
	if (!found) return undefined;
	const { parseRecord } = await import('./record-schema.ts');
	return { value: parseRecord(key, found.value), etag: found.etag };
}
