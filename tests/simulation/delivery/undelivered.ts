import { issueChallenge } from '#contact/captcha/challenge.ts';
import { newEnquiry } from '#contact/enquiry/claim.ts';
import { type Enquiry, enquiryKey, type OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import { addEntry, entryOf } from '#contact/enquiry/pending.ts';
import type { Store } from '#contact/enquiry/store.ts';
import { TestApp, filledIn } from '../fakes.ts';

const minute = 60_000;

/** An enquiry that was kept two minutes before a time and never tried, with its key. */
export function undelivered(now: number): { key: string; record: OpenEnquiry } {
	const { keys, context } = new TestApp();
	const question = issueChallenge({ keys, context, now: () => now - 3 * minute });
	const message = {
		values: filledIn,
		proofs: ['sum'],
		signals: [],
		policy: '2026-11-23',
		policyHash: 'a'.repeat(64),
	} as const;
	return {
		key: enquiryKey(question),
		record: newEnquiry(question, message, { now: now - 2 * minute }),
	};
}

/** Keeps a record as the function does: with its pending entry. */
export async function keepRecord(store: Store, key: string, record: Enquiry): Promise<void> {
	const entry = entryOf(key, record);
	if (entry !== undefined) await addEntry(store, entry);
	await store.create(key, record);
}
