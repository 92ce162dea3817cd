import { lifetime } from '../captcha/challenge.ts';
import { openToken, skew } from '../captcha/verify-token.ts';
import { spendChallenge } from '../enquiry/claim.ts';
import type { SubmissionServices } from './services.ts';
import { type Submission, tokenIn } from './submission.ts';

/**
 * Takes a challenge that has just expired out of use, as a server whose clock is behind may still accept it: of a message
 * that is sent twice at that moment, one would be kept under the expired challenge and one under the next.
 */
export async function retireExpired(
	{ store, issuer }: SubmissionServices,
	{ form, data }: Submission,
): Promise<void> {
	const challenge = openToken(tokenIn(data), form, issuer);
	if (typeof challenge === 'string') return;
	const now = issuer.now();
	if (now < challenge.issued + lifetime + 2 * skew) await spendChallenge(store, challenge, now);
}
