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

/** A form and the token that it carries. */
export interface FormWithToken {
	readonly form: FormId;
	readonly token: string;
	readonly values: FormValues;
}

/** A form without problems that would otherwise be asked once more, or be kept under another challenge. */
interface Repeated extends FormWithToken {
	readonly given: CaptchaAnswer;
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

/**
 * The challenge that the content of a form makes: the same all day for the same content. With the challenge of its page,
 * that day is the one on which the page was opened.
 */
export function contentChallenge(
	{ keys, now }: Issuer,
	form: FormId,
	values: FormValues,
	page: Pick<ChallengeIdentity, 'key' | 'issued'> = { key: keys.current, issued: now() },
): ChallengeIdentity {
	const { key, issued } = page;
	return { form, key, issued, nonce: nonceFor(key, { form, issued }, values) };
}

/** What a form without a token may have been kept under: by a server on whose clock it is another day, or the day before. */
function acrossMidnight(issuer: Issuer, { form, values }: FormWithToken): ChallengeIdentity[] {
	const now = issuer.now();
	// Where no question is asked, nothing else keeps a page that is sent again the next day from being another message.
	const earlier = formOf(form).question === 'unasked' ? [now - day] : [];
	const others = [now - skew, now + skew, ...earlier].filter(
		(time) => utcDay(time) !== utcDay(now),
	);
	return others.map((issued) =>
		contentChallenge(issuer, form, values, { key: issuer.keys.current, issued }),
	);
}

/** What a form may have been kept under before, besides what it would be kept under now. */
export function earlierChallenges(
	issuer: Issuer,
	{ form, token, values }: FormWithToken,
): ChallengeIdentity[] {
	const opened = openToken(token, form, issuer);
	const isAsked = formOf(form).question !== 'unasked';
	if (typeof opened !== 'string')
		return [isAsked ? opened : contentChallenge(issuer, form, values, opened)];
	return opened === 'unasked' || !isAsked ? acrossMidnight(issuer, { form, token, values }) : [];
}

/** The question that a form carries, so that it is under the same challenge again when it is sent once more. */
function carried(issuer: Issuer, { form, token, given }: Repeated) {
	const question: Challenge | string = openToken(token, form, issuer);
	return typeof question === 'string' ? {} : { question, given };
}

/**
 * The outcome of the same message, when it was sent before under an earlier challenge of its form: whoever sends it again
 * is told its receipt, also when the challenge has expired since, or looks too new by the clock of another server. What may
 * have been mailed without the store is mailed again under the same key. Undefined also when the store cannot tell.
 */
export async function sentBefore(
	services: SubmissionServices,
	repeated: Repeated,
): Promise<Outcome | undefined> {
	const { store, issuer } = services;
	const { values, address } = repeated;
	for (const challenge of earlierChallenges(issuer, repeated)) {
		const kept = await findKept(store, challenge, values);
		// The form is without problems, so its topic is one of the choices.
		const topic = values.topic as Topic;
		if (kept) return { kind: 'sent', receipt: { topic, ...kept }, kept: true };
		const back = carried(issuer, repeated);
		const again = await sendAgain(services, { ...back, challenge, values, address });
		if (again) return again;
	}
	return undefined;
}
