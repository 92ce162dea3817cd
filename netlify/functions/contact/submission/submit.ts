import type { SubmissionServices } from './services.ts';
import type { Signal } from '../shared/assurance.ts';
import { type ContactValues, contact } from '#src/forms/contact.ts';
import { trap, ways, question as words } from '#src/forms/question.ts';
import { type Problems, read } from '#src/forms/read.ts';
import {
	issueChallenge,
	reissueChallenge,
	nonceFor,
	type Challenge,
} from '../captcha/challenge.ts';
import { spendChallenge } from '../enquiry/claim.ts';
import { acceptEnquiry, type VerifiedSubmission } from './accept.ts';
import { otherQuestionType } from '../captcha/question-types.ts';
import type { Outcome, CaptchaAnswer } from '../shared/outcome.ts';
import { verifyAnswer } from '../captcha/verify-answer.ts';
import { verifyToken } from '../captcha/verify-token.ts';
import { newSignals } from '../captcha/signals.ts';

interface Submission {
	readonly data: URLSearchParams;
	/** Whether the browser says that the form stood on this site, or says nothing. */
	readonly ownPage: boolean;
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

interface Form {
	readonly values: ContactValues;
	readonly problems: Problems;
	readonly given: CaptchaAnswer;
	readonly question: Challenge;
}

const readGiven = (data: URLSearchParams): CaptchaAnswer => ({
	answer: data.get(words.answer)?.trim() ?? '',
	work: data.get(ways.work) ?? '',
	instead: data.has(ways.instead.name),
});

const isTrapped = (data: URLSearchParams): boolean => (data.get(trap.name) ?? '') !== '';

/**
 * Takes a submission: verifies the challenge, validates the fields and accepts the enquiry. Invalid fields never spend
 * the challenge, a wrong answer does. Nothing is written before the token is verified.
 */
export async function submit(
	services: SubmissionServices,
	submission: Submission,
): Promise<Outcome> {
	const { data } = submission;
	const { values, problems } = read(contact.fields, data);
	const question = verifyToken(data.get(words.token) ?? '', services.issuer);
	if (data.get(ways.other.name) === ways.other.value) {
		return { kind: 'asked', values, question: another(services, question) };
	}
	if (typeof question === 'string') {
		const nonce = nonceFor(services.issuer, values);
		const signals: Signal[] = isTrapped(data) ? ['trap'] : [];
		const back = {
			values,
			question: issueChallenge(services.issuer, { returned: true, nonce, signals }),
		};
		if (Object.keys(problems).length > 0) return { kind: 'invalid', problems, ...back };
		return { kind: 'step', reason: question, ...back };
	}
	return check(services, submission, { values, problems, question, given: readGiven(data) });
}

/** A question of another kind, for the same message where there was one. */
function another({ issuer }: SubmissionServices, question: Challenge | string): Challenge {
	if (typeof question === 'string') return issueChallenge(issuer, { kind: 'word', returned: true });
	return reissueChallenge(issuer, question, { kind: otherQuestionType(question.kind) });
}

async function check(
	services: SubmissionServices,
	submission: Submission,
	form: Form,
): Promise<Outcome> {
	const { data, ownPage, address } = submission;
	const { issuer } = services;
	const { values, problems, question, given } = form;
	const found = newSignals(question, { trapped: isTrapped(data), now: services.now() });
	const signals = [...new Set([...question.signals, ...found])];
	const verdict = verifyAnswer(question, given, issuer.attack ?? false);
	if (verdict.kind === 'wrong') return afterWrong(services, form, { ...verdict, signals });
	if (verdict.kind === 'missing') {
		return { kind: 'invalid', values, problems: withAnswer(problems, verdict), question, given };
	}
	if (Object.keys(problems).length > 0) {
		return { kind: 'invalid', values, problems, question, given };
	}
	if (!ownPage) {
		const next = issueChallenge(issuer, { returned: true, signals });
		return { kind: 'step', values, reason: 'elsewhere', question: next };
	}
	const reason = found.find((signal) => signal === 'trap' || signal === 'fast');
	if (reason === undefined) {
		const { proofs } = verdict;
		return demand(services, { values, question, given, address, proofs, signals });
	}
	const same = reissueChallenge(issuer, question, { signals });
	return { kind: 'step', values, reason, question: same, given };
}

const withAnswer = (problems: Problems, { message }: { message: string }): Problems => ({
	...problems,
	[words.answer]: message,
});

/** A wrong answer spends its question; the next one is of the same kind and knows of it. */
async function afterWrong(
	services: SubmissionServices,
	{ values, problems, question }: Form,
	wrong: { readonly message: string; readonly signals: readonly Signal[] },
): Promise<Outcome> {
	await spendChallenge(services.store, question, services.now());
	const { kind } = question;
	const about = { kind, wrong: question.wrong + 1, returned: true, signals: wrong.signals };
	const next = issueChallenge(services.issuer, about);
	return { kind: 'invalid', values, problems: withAnswer(problems, wrong), question: next };
}

/** Under attack, a question without work is followed by one of the other kind; two of them are let through, labelled. */
async function demand(services: SubmissionServices, proven: VerifiedSubmission): Promise<Outcome> {
	const { values, question, proofs, signals } = proven;
	if (!services.issuer.attack || proofs.includes('work')) return acceptEnquiry(services, proven);
	if (proofs.length > 1)
		return acceptEnquiry(services, { ...proven, signals: [...signals, 'unworked'] });
	const { kind } = question;
	const next = reissueChallenge(services.issuer, question, {
		kind: otherQuestionType(kind),
		before: [kind],
		signals,
	});
	return { kind: 'step', values, reason: 'second', question: next };
}
