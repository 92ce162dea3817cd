import { randomUUID } from 'node:crypto';
import type { Store } from '#contact/enquiry/store.ts';
import { utcDay } from '#contact/shared/times.ts';
import { Refused } from './session.ts';

/**
 * Writes a key, reads it and lists it: everything the function does rests on the ETag that each of the three gives. The
 * key is taken out in the end. Throws what is wrong in words.
 */
export async function checkEtags(store: Store, now: number): Promise<void> {
	const key = `selftest/${utcDay(now)}/${randomUUID()}`;
	const written = await store.create(key, { now });
	if (typeof written !== 'object') {
		throw new Refused(`The store did not take a new record: ${written}`);
	}
	try {
		const read = await store.read(key);
		if (read?.etag !== written.etag) {
			throw new Refused(
				'The store gives another ETag when a record is read than when it is written',
			);
		}
		const listed = (await Array.fromAsync(store.list(key))).map((one) => one.key);
		if (!listed.includes(key)) throw new Refused('The store does not list what was just written');
	} finally {
		await store.delete(key);
	}
}
