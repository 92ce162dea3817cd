import { readEnquiry } from '#contact/enquiry/transition.ts';
import type { Enquiry, OpenEnquiry, Tombstone } from '#contact/enquiry/enquiry.ts';
import type { Store, Stored } from '#contact/enquiry/store.ts';
import { Refused } from './session.ts';

/** A record that is an enquiry, under its key. */
export interface EnquiryRecord<Kind extends Enquiry = OpenEnquiry | Tombstone> {
	readonly key: string;
	readonly found: Stored<Kind>;
}

/** How many records are read at once. */
const atOnce = 8;

async function readAll(store: Store, keys: readonly string[]): Promise<EnquiryRecord<Enquiry>[]> {
	const all = await Promise.all(
		keys.map(async (key) => ({ key, found: await readEnquiry(store, key) })),
	);
	return all.flatMap(({ key, found }) => (found ? [{ key, found }] : []));
}

/** Every record, oldest day first, spent questions too. Throws when the store cannot be read. */
export async function* everyRecord(store: Store): AsyncGenerator<EnquiryRecord<Enquiry>> {
	let keys: string[] = [];
	for await (const { key } of store.list('enquiries/')) {
		keys.push(key);
		if (keys.length < atOnce) continue;
		yield* await readAll(store, keys);
		keys = [];
	}
	yield* await readAll(store, keys);
}

const isOpen = (record: EnquiryRecord<Enquiry>): record is EnquiryRecord<OpenEnquiry> =>
	'message' in record.found.value;

const hasReference = (record: EnquiryRecord<Enquiry>): record is EnquiryRecord =>
	'reference' in record.found.value;

const oldestFirst = (all: readonly EnquiryRecord<Enquiry>[]): EnquiryRecord[] =>
	all.filter(hasReference).sort((a, b) => a.found.value.received - b.found.value.received);

/** Every enquiry, oldest first. */
export const enquiries = async (store: Store): Promise<EnquiryRecord[]> =>
	oldestFirst(await Array.fromAsync(everyRecord(store)));

/** A record that this version cannot read, by its key, with what does not fit in it. */
interface Unreadable {
	readonly key: string;
	readonly problem: string;
}

/** Every enquiry, oldest first, and every record that cannot be read. */
export async function everything(
	store: Store,
): Promise<{ records: EnquiryRecord[]; unreadable: Unreadable[] }> {
	const all = await Array.fromAsync(everyRecord(store));
	const unreadable = all.flatMap(({ key, found: { value } }) =>
		value.state === 'unreadable' ? [{ key, problem: value.problem }] : [],
	);
	return { records: oldestFirst(all), unreadable };
}

/** The enquiry with a reference, however it was typed. Throws a Refused when there is none. */
export async function find(store: Store, reference: string): Promise<EnquiryRecord> {
	const wanted = reference.toUpperCase().replace(/[^A-Z\d]/g, '');
	for await (const record of everyRecord(store)) {
		if (hasReference(record) && record.found.value.reference === wanted) return record;
	}
	throw new Refused(`No enquiry has the reference ${wanted}.`);
}

/** The enquiries that still hold what the owner of an address wrote, whatever its case. */
export async function writtenBy(
	store: Store,
	email: string,
): Promise<EnquiryRecord<OpenEnquiry>[]> {
	const wanted = email.trim().toLowerCase();
	return (await Array.fromAsync(everyRecord(store)))
		.filter(isOpen)
		.filter(({ found }) => found.value.message.values.email.toLowerCase() === wanted);
}
