import type { FormValues } from '#src/forms/form.ts';
import { formOf } from '#src/forms/forms.ts';
import { read } from '#src/forms/read.ts';
import type { Challenge } from '../captcha/challenge.ts';
import { newSignals } from '../captcha/signals.ts';
import { verifyToken } from '../captcha/verify-token.ts';
import { verifyWork } from '../captcha/proof-of-work.ts';
import type { Proof, Signal } from '../shared/assurance.ts';
import type { Outcome } from '../shared/outcome.ts';
import { acceptEnquiry, type VerifiedSubmission } from './accept.ts';
import { challengeWithout, sentBefore } from './sent-before.ts';
import type { SubmissionServices } from './services.ts';
import { retireExpired } from './expired.ts';
import { isTrapped, readGiven, type Submission, tokenIn } from './submission.ts';

/** What was found of a submission, besides its values. */
interface Found {
	readonly proofs: readonly Proof[];
	readonly signals: readonly Signal[];
}

/** What about a submission is unlike a person's: it is told to staff, and asks for nothing. */
function foundOf(
	{ data, ownPage }: Submission,
	{ question, now }: { question: Challenge | undefined; now: number },
): Found {
	const worked = question && verifyWork(question.task, readGiven(data).work);
	const trapped = isTrapped(data);
	const seen = question ? newSignals(question, { trapped, now }) : [];
	const signals: Signal[] = [
		...seen,
		...(trapped && !question ? (['trap'] as const) : []),
		...(worked ? [] : (['unasked'] as const)),
		...(ownPage ? [] : (['elsewhere'] as const)),
	];
	return { proofs: worked ? ['work'] : [], signals };
}

/** Keeps a form under the challenge that its content makes: what was sent so before is the same message. */
async function acceptWithout(
	services: SubmissionServices,
	submission: Submission,
	values: FormValues,
): Promise<Outcome> {
	const { form, data, address } = submission;
	const before = await sentBefore(services, { form, token: tokenIn(data), values, address });
	if (before) return before;
	const challenge = challengeWithout(services.issuer, form, values);
	const found = foundOf(submission, { question: undefined, now: services.now() });
	const proven: VerifiedSubmission = { values, challenge, address, ...found };
	const accepted = await acceptEnquiry(services, proven);
	// The same content makes the same challenge, so no other message can have used it.
	return accepted === 'used' ? { kind: 'unavailable', values } : accepted;
}

/**
 * Takes a submission of a form in whose way no question stands: it is refused for nothing but its own fields. Where the
 * browser did no work, or did it for another message, it is kept under a challenge made of its content, with a label.
 */
export async function submitUnasked(
	services: SubmissionServices,
	submission: Submission,
): Promise<Outcome> {
	const { form, data, address } = submission;
	const { values, problems } = read(formOf(form).fields, data);
	const question = verifyToken(tokenIn(data), form, services.issuer);
	if (question === 'expired') await retireExpired(services, submission);
	if (Object.keys(problems).length > 0) {
		const back = typeof question === 'string' ? {} : { question, given: readGiven(data) };
		return { kind: 'invalid', values, problems, ...back };
	}
	if (typeof question === 'string') return acceptWithout(services, submission, values);
	const found = foundOf(submission, { question, now: services.now() });
	const accepted = await acceptEnquiry(services, {
		values,
		challenge: question,
		question,
		given: readGiven(data),
		address,
		...found,
	});
	return accepted === 'used' ? acceptWithout(services, submission, values) : accepted;
}
