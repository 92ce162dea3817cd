import { type ContactValues, contact } from '#src/forms/contact.ts';
import { trap, ways, question as words } from '#src/forms/question.ts';
import { type Problems, read } from '#src/forms/read.ts';
import { ask, askAgain, nonceFor, type Question } from './challenge.ts';
import { spend } from './claim.ts';
import { keep, type Proven } from './keep.ts';
import { otherKind } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import type { Desk } from './post.ts';
import { type Given, judge } from './prove.ts';
import { recall } from './recall.ts';
import { newSignals, type Signal } from './signals.ts';

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
	readonly given: Given;
	readonly question: Question;
}

const readGiven = (data: URLSearchParams): Given => ({
	answer: data.get(words.answer)?.trim() ?? '',
	work: data.get(ways.work) ?? '',
	instead: data.has(ways.instead.name),
});

const isTrapped = (data: URLSearchParams): boolean => (data.get(trap.name) ?? '') !== '';

/**
 * Takes a submission: proves, validates, keeps, answers, delivers. Wrong fields never spend the question, a wrong
 * answer does; nothing is written before the token is known to be ours.
 */
export async function submit(desk: Desk, submission: Submission): Promise<Outcome> {
	const { data } = submission;
	const { values, problems } = read(contact.fields, data);
	const question = recall(data.get(words.token) ?? '', desk.issuer);
	if (data.get(ways.other.name) === ways.other.value) {
		return { kind: 'asked', values, question: another(desk, question) };
	}
	if (typeof question === 'string') {
		const nonce = nonceFor(desk.issuer, values);
		const signals: Signal[] = isTrapped(data) ? ['trap'] : [];
		const back = { values, question: ask(desk.issuer, { returned: true, nonce, signals }) };
		if (Object.keys(problems).length > 0) return { kind: 'invalid', problems, ...back };
		return { kind: 'step', reason: question, ...back };
	}
	return check(desk, submission, { values, problems, question, given: readGiven(data) });
}

/** A question of another kind, for the same message where there was one. */
function another({ issuer }: Desk, question: Question | string): Question {
	if (typeof question === 'string') return ask(issuer, { kind: 'word', returned: true });
	return askAgain(issuer, question, { kind: otherKind(question.kind) });
}

async function check(desk: Desk, submission: Submission, form: Form): Promise<Outcome> {
	const { data, ownPage, address } = submission;
	const { issuer } = desk;
	const { values, problems, question, given } = form;
	const found = newSignals(question, { trapped: isTrapped(data), now: desk.now() });
	const signals = [...new Set([...question.signals, ...found])];
	const verdict = judge(question, given, issuer.attack ?? false);
	if (verdict.kind === 'wrong') return afterWrong(desk, form, { ...verdict, signals });
	if (verdict.kind === 'missing') {
		return { kind: 'invalid', values, problems: withAnswer(problems, verdict), question, given };
	}
	if (Object.keys(problems).length > 0) {
		return { kind: 'invalid', values, problems, question, given };
	}
	if (!ownPage) {
		const next = ask(issuer, { returned: true, signals });
		return { kind: 'step', values, reason: 'elsewhere', question: next };
	}
	const reason = found.find((signal) => signal === 'trap' || signal === 'fast');
	if (reason === undefined) {
		const { proofs } = verdict;
		return demand(desk, { values, question, given, address, proofs, signals });
	}
	const same = askAgain(issuer, question, { signals });
	return { kind: 'step', values, reason, question: same, given };
}

const withAnswer = (problems: Problems, { message }: { message: string }): Problems => ({
	...problems,
	[words.answer]: message,
});

/** A wrong answer spends its question; the next one is of the same kind and knows of it. */
async function afterWrong(
	desk: Desk,
	{ values, problems, question }: Form,
	wrong: { readonly message: string; readonly signals: readonly Signal[] },
): Promise<Outcome> {
	await spend(desk.store, question, desk.now());
	const { kind } = question;
	const about = { kind, wrong: question.wrong + 1, returned: true, signals: wrong.signals };
	const next = ask(desk.issuer, about);
	return { kind: 'invalid', values, problems: withAnswer(problems, wrong), question: next };
}

/** Under attack, a question without work is followed by one of the other kind; two of them are let through, labelled. */
async function demand(desk: Desk, proven: Proven): Promise<Outcome> {
	const { values, question, proofs, signals } = proven;
	if (!desk.issuer.attack || proofs.includes('work')) return keep(desk, proven);
	if (proofs.length > 1) return keep(desk, { ...proven, signals: [...signals, 'unworked'] });
	const { kind } = question;
	const next = askAgain(desk.issuer, question, { kind: otherKind(kind), before: [kind], signals });
	return { kind: 'step', values, reason: 'second', question: next };
}
