import { mailName, type OpenEnquiry } from '../enquiry/enquiry.ts';
import type { Store } from '../enquiry/store.ts';

/** A note of a mail that went to the provider without the store. */
interface Note {
	/** Milliseconds since 1970; notes of earlier versions do not say. */
	readonly at?: number;
}

/** A note is made as soon as the store takes it, of the first such mail under a key. */
const noteKey = (key: string, record: OpenEnquiry): string =>
	`beside/${key.slice('enquiries/'.length)}/${mailName(record)}`;

/** Notes that the store did not take yet, by their keys. */
const pending = new WeakMap<Store, Map<string, Note>>();
const most = 1_000;

/** Makes the notes that the store did not take before. */
export async function writeNotes(store: Store): Promise<void> {
	const notes = pending.get(store);
	for (const [key, note] of notes ?? []) {
		if ((await store.create(key, note)) === 'failed') return;
		notes?.delete(key);
	}
}

/** Notes that a mail may have gone to the provider without the store at a time; later, while the store is away. */
export async function noteBeside(
	store: Store,
	{ key, record, at }: { readonly key: string; readonly record: OpenEnquiry; readonly at: number },
): Promise<void> {
	const notes = pending.get(store) ?? new Map<string, Note>();
	const name = noteKey(key, record);
	if (notes.size < most && !notes.has(name)) pending.set(store, notes.set(name, { at }));
	await writeNotes(store);
}

/**
 * When the mail of this record may have gone without the store, in milliseconds since 1970: undefined where no note says
 * so, not even one that the store did not take yet. Throws when the store cannot be read.
 */
export async function sentBeside(
	store: Store,
	key: string,
	record: OpenEnquiry,
): Promise<number | undefined> {
	const name = noteKey(key, record);
	const waiting = pending.get(store)?.get(name);
	if (waiting) return waiting.at;
	const found = await store.read(name);
	// Written here; without a time it may be as old as the challenge.
	return found && ((found.value as Note).at ?? record.issued);
}
