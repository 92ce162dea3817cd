import type { FormValues } from '#src/forms/form.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { formOf } from '#src/forms/forms.ts';
import { type Issuer, nonceFor } from '../captcha/challenge.ts';
import { openToken, skew } from '../captcha/verify-token.ts';
import type { ChallengeIdentity } from '../enquiry/enquiry.ts';
import { day } from '../shared/durations.ts';
import { utcDay } from '../shared/times.ts';

/** A form and the token that it carries. */
export interface FormWithToken {
	readonly form: FormId;
	readonly token: string;
	readonly values: FormValues;
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
