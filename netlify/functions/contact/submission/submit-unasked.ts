import type { FormValues } from '#src/forms/form.ts';
import { formOf } from '#src/forms/forms.ts';
import { read } from '#src/forms/read.ts';
import type { Challenge } from '../captcha/challenge.ts';
import { newSignals } from '../captcha/signals.ts';
import { verifyToken } from '../captcha/verify-token.ts';
import { verifyWork } from '../captcha/proof-of-work.ts';
import { claimWork } from '../enquiry/claim.ts';
import type { Proof, Signal } from '../shared/assurance.ts';
import type { Outcome } from '../shared/outcome.ts';
import { acceptEnquiry } from './accept.ts';
import { contentChallenge } from './content-challenge.ts';
import { sentBefore } from './sent-before.ts';
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
	{ question, worked, now }: { question?: Challenge; worked: boolean; now: number },
): Found {
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

/** Keeps a form without a challenge that counts under the one that its content makes today, unless it was sent before. */
async function acceptWithout(
	services: SubmissionServices,
	submission: Submission,
	values: FormValues,
): Promise<Outcome> {
	const { form, data, address } = submission;
	const sent = { form, token: tokenIn(data), values, given: readGiven(data), address };
	const before = await sentBefore(services, sent);
	if (before) return before;
	const challenge = contentChallenge(services.issuer, form, values);
	const found = foundOf(submission, { worked: false, now: services.now() });
	const accepted = await acceptEnquiry(services, { values, challenge, address, ...found });
	// The same content makes the same challenge, so no other message can have used it.
	return accepted === 'used' ? { kind: 'unavailable', values } : accepted;
}

/** Keeps a form under the challenge that its content and the day of its page make, however often that page is sent. */
async function acceptFromPage(
	services: SubmissionServices,
	submission: Submission,
	{ values, question }: { readonly values: FormValues; readonly question: Challenge },
): Promise<Outcome> {
	const { issuer, store } = services;
	const { form, data, address } = submission;
	const now = services.now();
	const given = readGiven(data);
	const worked =
		verifyWork(question.task, given.work) && (await claimWork(store, question, { values, now }));
	const challenge = contentChallenge(issuer, form, values, question);
	const found = foundOf(submission, { question, worked, now });
	const proven = { values, challenge, question, given, address, ...found };
	const accepted = await acceptEnquiry(services, proven);
	return accepted === 'used' ? acceptWithout(services, submission, values) : accepted;
}

/**
 * Takes a submission of a form in whose way no question stands: it is refused for nothing but its own fields. It is kept
 * under a challenge made of its content, with a label where the browser did no work, or did it for another message.
 */
export async function submitUnasked(
	services: SubmissionServices,
	submission: Submission,
): Promise<Outcome> {
	const { form, data } = submission;
	const token = tokenIn(data);
	const { values, problems } = read(formOf(form).fields, data);
	const question = verifyToken(token, form, services.issuer);
	if (Object.keys(problems).length > 0) {
		const back = typeof question === 'string' ? {} : { question, given: readGiven(data) };
		return { kind: 'invalid', values, problems, ...back };
	}
	if (question === 'expired') await retireExpired(services, { form, token, values });
	if (typeof question === 'string') return acceptWithout(services, submission, values);
	return acceptFromPage(services, submission, { values, question });
}
