import type { Topic } from '#src/forms/forms.ts';
import type { Challenge, Issuer } from '../captcha/challenge.ts';
import { openToken } from '../captcha/verify-token.ts';
import { findKept } from '../enquiry/find-kept.ts';
import type { CaptchaAnswer, Outcome } from '../shared/outcome.ts';
import { sendAgain } from './accept.ts';
import { earlierChallenges, type FormWithToken } from './content-challenge.ts';
import type { SubmissionServices } from './services.ts';

/** A form without problems that would otherwise be asked once more, or be kept under another challenge. */
interface Repeated extends FormWithToken {
	readonly given: CaptchaAnswer;
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
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
