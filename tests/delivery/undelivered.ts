import { ask } from '../../netlify/functions/contact/challenge.ts';
import { received } from '../../netlify/functions/contact/claim.ts';
import { enquiryKey, type Open } from '../../netlify/functions/contact/enquiry.ts';
import { Office, filledIn } from '../fakes.ts';

const minute = 60_000;

/** An enquiry that was kept two minutes before a time and never tried, with its key. */
export function undelivered(now: number): { key: string; record: Open } {
	const { keys, context } = new Office();
	const question = ask({ keys, context, now: () => now - 3 * minute });
	const message = { values: filledIn, proofs: ['sum'], signals: [], policy: '2026-11-23' } as const;
	return { key: enquiryKey(question), record: received(question, message, now - 2 * minute) };
}
