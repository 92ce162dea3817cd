import type { FormValues } from '#src/forms/form.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { formOf, type Topic } from '#src/forms/forms.ts';
import { type Challenge, type Issuer, nonceFor } from '../captcha/challenge.ts';
import { openToken, skew } from '../captcha/verify-token.ts';
import type { ChallengeIdentity } from '../enquiry/enquiry.ts';
import { findKept } from '../enquiry/find-kept.ts';
import type { CaptchaAnswer, Outcome } from '../shared/outcome.ts';
import { day } from '../shared/durations.ts';
import { utcDay } from '../shared/times.ts';
import { sendAgain } from './accept.ts';
import type { SubmissionServices } from './services.ts';

/** A form without problems that would otherwise be asked once more, or be kept under another challenge. */
interface Repeated {
	readonly form: FormId;
	readonly token: string;
	readonly values: FormValues;
	readonly given?: CaptchaAnswer;
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

/** The challenge of a form that came without one: the same all day for the same content. */
export const challengeWithout = (
	issuer: Issuer,
	form: FormId,
	values: FormValues,
): ChallengeIdentity => ({
	form,
	key: issuer.keys.current,
	nonce: nonceFor(issuer, form, values),
	issued: issuer.now(),
});

/** What a form without a token may have been kept under: by a server on whose clock it is another day, or the day before. */
function acrossMidnight(issuer: Issuer, { form, values }: Repeated): ChallengeIdentity[] {
	const now = issuer.now();
	// Where no question is asked, nothing else keeps a page that is sent again the next day from being another message.
	const earlier = formOf(form).question === 'unasked' ? [now - day] : [];
	const others = [now - skew, now + skew, ...earlier].filter(
		(time) => utcDay(time) !== utcDay(now),
	);
	return others.map((issued) => challengeWithout({ ...issuer, now: () => issued }, form, values));
}

function challengesOf(issuer: Issuer, repeated: Repeated): (Challenge | ChallengeIdentity)[] {
	const opened = openToken(repeated.token, repeated.form, issuer);
	if (opened === 'unasked') return acrossMidnight(issuer, repeated);
	return opened === 'unknown' ? [] : [opened];
}

/**
 * The receipt of the same message, when it was kept before under this form's challenge: whoever sends it again is told
 * so, also when the challenge has expired since, or looks too new by the clock of another server. What may have been mailed
 * without the store is mailed again under the same key.
 */
export async function sentBefore(
	services: SubmissionServices,
	repeated: Repeated,
): Promise<Outcome | undefined> {
	const { values, address, given } = repeated;
	for (const challenge of challengesOf(services.issuer, repeated)) {
		const kept = await findKept(services.store, challenge, values);
		// The form is without problems, so its topic is one of the choices.
		const topic = values.topic as Topic;
		if (kept) return { kind: 'sent', receipt: { topic, ...kept }, kept: true };
		// The form keeps its question, so that sent once more it is under the same key again.
		const back = 'token' in challenge && given ? { question: challenge, given } : {};
		const again = await sendAgain(services, { ...back, challenge, values, address });
		if (again) return again;
	}
	return undefined;
}
