import { type Enquiry, transitions } from './enquiry.ts';
import type { Store, Stored, Written } from './store.ts';

/** Takes an enquiry one step further, if nobody else did. Throws a RangeError for a step that the table does not have. */
export async function transition(
	store: Store,
	{ key, found }: { key: string; found: Stored<Enquiry> },
	next: Enquiry,
): Promise<Written> {
	if (transitions[found.value.state][next.state] === undefined) {
		throw new RangeError(`No step leads from ${found.value.state} to ${next.state}`);
	}
	return store.replace(key, next, found.etag);
}

/** What is kept under a key. Only this function writes under `enquiries/`. Throws when the store cannot be read. */
export async function readEnquiry(store: Store, key: string): Promise<Stored<Enquiry> | undefined> {
	return (await store.read(key)) as Stored<Enquiry> | undefined;
}
