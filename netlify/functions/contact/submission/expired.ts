import { challengeLifetime } from '../captcha/challenge.ts';
import { skew } from '../captcha/verify-token.ts';
import { spendChallenge } from '../enquiry/claim.ts';
import { earlierChallenges, type FormWithToken } from './content-challenge.ts';
import type { SubmissionServices } from './services.ts';

/**
 * Takes the challenge of a form out of use when it has just expired, as a server whose clock is behind may still accept
 * it: of a message that is sent twice at that moment, one would be kept under the expired challenge and one under the next.
 */
export async function retireExpired(
	{ store, issuer }: SubmissionServices,
	submitted: FormWithToken,
): Promise<void> {
	const now = issuer.now();
	for (const challenge of earlierChallenges(issuer, submitted)) {
		const isRecent = now < challenge.issued + challengeLifetime + 2 * skew;
		if (isRecent) await spendChallenge(store, challenge, now);
	}
}
