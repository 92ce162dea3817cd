import { mailName, type OpenEnquiry } from '../enquiry/enquiry.ts';
import type { Store } from '../enquiry/store.ts';

/**
 * A note of each mail that went to the provider without the store. It is made as soon as the store takes it, and is read
 * only when the provider may have forgotten such a mail.
 */
const noteKey = (key: string, record: OpenEnquiry): string =>
	`beside/${key.slice('enquiries/'.length)}/${mailName(record)}`;

/** Notes that the store did not take yet. */
const pending = new WeakMap<Store, Set<string>>();
const most = 1_000;

/** Makes the notes that the store did not take before. */
export async function writeNotes(store: Store): Promise<void> {
	const notes = pending.get(store);
	for (const note of notes ?? []) {
		if ((await store.create(note, {})) === 'failed') return;
		notes?.delete(note);
	}
}

/** Notes that a mail may have gone to the provider without the store; later, while the store is away. */
export async function noteBeside(store: Store, key: string, record: OpenEnquiry): Promise<void> {
	const notes = pending.get(store) ?? new Set();
	if (notes.size < most) pending.set(store, notes.add(noteKey(key, record)));
	await writeNotes(store);
}

/** Whether a note says so of this record, be it one that the store did not take yet. Throws when the store cannot be read. */
export async function wasSentBeside(
	store: Store,
	key: string,
	record: OpenEnquiry,
): Promise<boolean> {
	const note = noteKey(key, record);
	return (pending.get(store)?.has(note) ?? false) || (await store.read(note)) !== undefined;
}
