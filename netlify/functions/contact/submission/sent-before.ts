import type { ContactValues, Topic } from '#src/forms/contact.ts';
import { type Issuer, nonceFor } from '../captcha/challenge.ts';
import { openToken, skew } from '../captcha/verify-token.ts';
import type { ChallengeIdentity } from '../enquiry/enquiry.ts';
import { findKept } from '../enquiry/find-kept.ts';
import type { Outcome } from '../shared/outcome.ts';
import { utcDay } from '../shared/times.ts';
import type { SubmissionServices } from './services.ts';

/** A form without problems that would otherwise be asked once more. */
interface Repeated {
	readonly token: string;
	readonly values: ContactValues;
}

/** What a form without a token may have been answered under by a server on whose clock it is another day. */
function acrossMidnight(issuer: Issuer, values: ContactValues): ChallengeIdentity[] {
	const now = issuer.now();
	const others = [now - skew, now + skew].filter((time) => utcDay(time) !== utcDay(now));
	return others.map((issued) => ({
		key: issuer.keys.current,
		nonce: nonceFor({ ...issuer, now: () => issued }, values),
		issued,
	}));
}

function challengesOf(issuer: Issuer, { token, values }: Repeated): ChallengeIdentity[] {
	const opened = openToken(token, issuer);
	if (opened === 'unasked') return acrossMidnight(issuer, values);
	return opened === 'unknown' ? [] : [opened];
}

/**
 * The receipt of the same message, when it was kept before under this form's challenge: whoever sends it again is told
 * so, also when the challenge has expired since, or looks too new by the clock of another server.
 */
export async function sentBefore(
	{ store, issuer }: SubmissionServices,
	repeated: Repeated,
): Promise<Outcome | undefined> {
	const { values } = repeated;
	for (const challenge of challengesOf(issuer, repeated)) {
		const kept = await findKept(store, challenge, values);
		// The form is without problems, so its topic is one of the choices.
		if (kept) {
			return { kind: 'sent', receipt: { ...kept, topic: values.topic as Topic }, kept: true };
		}
	}
	return undefined;
}
