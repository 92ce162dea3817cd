import { issueChallenge } from '#contact/captcha/challenge.ts';
import { newEnquiry } from '#contact/enquiry/claim.ts';
import { enquiryKey, type OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import { TestApp, filledIn } from '../fakes.ts';

const minute = 60_000;

/** An enquiry that was kept two minutes before a time and never tried, with its key. */
export function undelivered(now: number): { key: string; record: OpenEnquiry } {
	const { keys, context } = new TestApp();
	const question = issueChallenge({ keys, context, now: () => now - 3 * minute });
	const message = { values: filledIn, proofs: ['sum'], signals: [], policy: '2026-11-23' } as const;
	return { key: enquiryKey(question), record: newEnquiry(question, message, now - 2 * minute) };
}
