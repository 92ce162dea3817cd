import type { SubmissionServices } from './services.ts';
import type { Signal } from '../shared/assurance.ts';
import type { FormValues } from '#src/forms/form.ts';
import { formOf } from '#src/forms/forms.ts';
import { ways, question as words } from '#src/forms/question.ts';
import { type Problems, read } from '#src/forms/read.ts';
import {
	isOutdated,
	issueChallenge,
	reissueChallenge,
	type Challenge,
} from '../captcha/challenge.ts';
import { isStrained, mayNoteWrongAnswer } from '../delivery/budget/network.ts';
import { spendChallenge } from '../enquiry/claim.ts';
import { contentChallenge } from './content-challenge.ts';
import { sentBefore } from './sent-before.ts';
import { acceptEnquiry, type VerifiedSubmission } from './accept.ts';
import { otherQuestionType } from '../captcha/question-types.ts';
import type { Outcome, CaptchaAnswer } from '../shared/outcome.ts';
import { verifyAnswer } from '../captcha/verify-answer.ts';
import { verifyToken } from '../captcha/verify-token.ts';
import { newSignals } from '../captcha/signals.ts';
import { isTrapped, readGiven, type Submission, tokenIn } from './submission.ts';
import { retireExpired } from './expired.ts';
import { isReworded, withoutConsent } from './reworded.ts';
import { submitUnasked } from './submit-unasked.ts';

interface Form {
	readonly values: FormValues;
	readonly problems: Problems;
	readonly given: CaptchaAnswer;
	readonly question: Challenge;
}

/**
 * Takes a submission: verifies the challenge, validates the fields and accepts the enquiry. Invalid fields never spend
 * the challenge, a wrong answer does. Nothing is written before the token is verified.
 */
export async function submit(
	services: SubmissionServices,
	submission: Submission,
): Promise<Outcome> {
	const { form, data } = submission;
	if (formOf(form).question === 'unasked') return submitUnasked(services, submission);
	const { values, problems } = read(formOf(form).fields, data);
	const question = verifyToken(tokenIn(data), form, services.issuer);
	if (data.get(ways.other.name) === ways.other.value) {
		return { kind: 'asked', values, question: another(services, form, question) };
	}
	if (question === 'expired') await retireExpired(services, { form, token: tokenIn(data), values });
	if (isReworded(form, data)) return askAgain(services, submission, { values, question });
	if (typeof question !== 'string' && !isOutdated(question, services.now())) {
		return check(services, submission, { values, problems, question, given: readGiven(data) });
	}
	const reason = typeof question === 'string' ? question : 'expired';
	const back = { values, ...questionBack(services, submission, { values, question }) };
	if (Object.keys(problems).length > 0) return { kind: 'invalid', problems, ...back };
	return unlessSent(services, submission, { kind: 'step', reason, ...back });
}

/** What was typed, and the challenge that came with it, or why there is none: neither is checked yet. */
interface Unchecked {
	readonly values: FormValues;
	readonly question: Challenge | string;
}

/**
 * The question that a form comes back with, and what was answered if it still counts. An outdated one is asked anew under
 * the same challenge, so that the same page sent twice is one message.
 */
function questionBack(
	{ issuer }: SubmissionServices,
	{ form, data }: Submission,
	{ values, question }: Unchecked,
): { readonly question: Challenge; readonly given?: CaptchaAnswer } {
	const signals: Signal[] = isTrapped(data) ? ['trap'] : [];
	if (typeof question === 'string') {
		const { nonce } = contentChallenge(issuer, form, values);
		return { question: issueChallenge(issuer, { form, returned: true, nonce, signals }) };
	}
	if (!isOutdated(question, issuer.now())) {
		return { question: reissueChallenge(issuer, question, {}), given: readGiven(data) };
	}
	const all = [...new Set([...question.signals, ...signals])];
	return { question: reissueChallenge(issuer, question, { kind: question.kind, signals: all }) };
}

/** Asks for the boxes again because their words have changed; the question and its answer stay as they are where they count. */
async function askAgain(
	services: SubmissionServices,
	submission: Submission,
	{ values, question }: Unchecked,
): Promise<Outcome> {
	const cleared = withoutConsent(submission.form, values);
	const asked = questionBack(services, submission, { values: cleared, question });
	const isAnswered = asked.given && (asked.given.answer !== '' || asked.given.instead);
	const reason = isAnswered ? 'reworded' : 'reworded-unanswered';
	const step = { kind: 'step', reason, values: cleared, ...asked } as const;
	return unlessSent(services, submission, step, values);
}

/** A question of another kind, for the same message where there was one. */
function another(
	{ issuer }: SubmissionServices,
	form: Submission['form'],
	question: Challenge | string,
): Challenge {
	if (typeof question === 'string') {
		return issueChallenge(issuer, { form, kind: 'word', returned: true });
	}
	return reissueChallenge(issuer, question, { kind: otherQuestionType(question.kind) });
}

async function check(
	services: SubmissionServices,
	submission: Submission,
	form: Form,
): Promise<Outcome> {
	const { form: id, data, ownPage, address } = submission;
	const { issuer } = services;
	const { values, problems, question, given } = form;
	const found = newSignals(question, { trapped: isTrapped(data), now: services.now() });
	const signals = [...new Set([...question.signals, ...found])];
	const verdict = verifyAnswer(question, given, issuer.attack ?? false);
	if (verdict.kind === 'wrong') return afterWrong(services, form, { ...verdict, signals, address });
	if (verdict.kind === 'missing') {
		return { kind: 'invalid', values, problems: withAnswer(problems, verdict), question, given };
	}
	if (Object.keys(problems).length > 0) {
		return { kind: 'invalid', values, problems, question, given };
	}
	if (!ownPage) {
		const next = issueChallenge(issuer, { form: id, returned: true, signals });
		return unlessSent(services, submission, {
			kind: 'step',
			values,
			reason: 'elsewhere',
			question: next,
		});
	}
	const reason = found.find((signal) => signal === 'trap' || signal === 'fast');
	if (reason === undefined) {
		const { proofs } = verdict;
		const proven = { values, challenge: question, question, given, address, proofs, signals };
		return unlessSent(services, submission, await demand(services, proven));
	}
	const same = reissueChallenge(issuer, question, { signals });
	return unlessSent(services, submission, { kind: 'step', values, reason, question: same, given });
}

/** Another step, unless the very message was kept before, with the values that were sent: then its receipt. */
async function unlessSent(
	services: SubmissionServices,
	{ form, data, address }: Submission,
	outcome: Outcome,
	sent?: FormValues,
): Promise<Outcome> {
	if (outcome.kind !== 'step') return outcome;
	const repeated = { form, token: tokenIn(data), values: sent ?? outcome.values, address };
	return (await sentBefore(services, { ...repeated, given: readGiven(data) })) ?? outcome;
}

const withAnswer = (problems: Problems, { message }: { message: string }): Problems => ({
	...problems,
	[words.answer]: message,
});

/**
 * A wrong answer spends its question; the next one is of the same kind and knows of it. Of a network that gives many no
 * more are noted: it is asked for more than an answer.
 */
async function afterWrong(
	services: SubmissionServices,
	{ values, problems, question }: Form,
	wrong: {
		readonly message: string;
		readonly signals: readonly Signal[];
		readonly address: string;
	},
): Promise<Outcome> {
	if (await mayNoteWrongAnswer(services, wrong.address)) {
		await spendChallenge(services.store, question, services.now());
	}
	const { form, kind } = question;
	const about = { form, kind, wrong: question.wrong + 1, returned: true, signals: wrong.signals };
	const next = issueChallenge(services.issuer, about);
	return { kind: 'invalid', values, problems: withAnswer(problems, wrong), question: next };
}

/** A submission of a form that asks a question. */
type Answered = VerifiedSubmission & { readonly question: Challenge };

/**
 * The step for a challenge that was used for another message, or was taken out of use. The next one is made of the
 * content, so that a message sent twice is kept once; where it was so made before, it is made anew.
 */
function used({ issuer }: SubmissionServices, { values, question, signals }: Answered): Outcome {
	const { form, wrong } = question;
	const { nonce } = contentChallenge(issuer, form, values);
	const about = {
		form,
		returned: true,
		wrong,
		signals,
		...(nonce !== question.nonce && { nonce }),
	};
	return { kind: 'step', values, reason: 'used', question: issueChallenge(issuer, about) };
}

async function accept(services: SubmissionServices, proven: Answered): Promise<Outcome> {
	const accepted = await acceptEnquiry(services, proven);
	return accepted === 'used' ? used(services, proven) : accepted;
}

/**
 * Under attack, and of a network that has used up what it may, a question without work is followed by one of the other
 * kind; two of them are let through, labelled.
 */
async function demand(services: SubmissionServices, proven: Answered): Promise<Outcome> {
	const { values, question, proofs, signals, address } = proven;
	if (proofs.includes('work')) return accept(services, proven);
	const isAsked = services.issuer.attack || (await isStrained(services, address));
	if (!isAsked) return accept(services, proven);
	if (proofs.length > 1) return accept(services, { ...proven, signals: [...signals, 'unworked'] });
	const { kind } = question;
	const next = reissueChallenge(services.issuer, question, {
		kind: otherQuestionType(kind),
		before: [kind],
		signals,
	});
	return { kind: 'step', values, reason: 'second', question: next };
}
