import { type ContactValues, contact, type Topic } from '#src/forms/contact.ts';
import type { Reason } from '#src/forms/outcomes.ts';
import { trap, ways, question as words } from '#src/forms/question.ts';
import { type Problems, read } from '#src/forms/read.ts';
import { ask, askAgain, type Issuer, type Question, recall } from './challenge.ts';
import { claim, received, spend } from './claim.ts';
import { deliverDirectly } from './deliver.ts';
import { enquiryKey, type Message } from './enquiry.ts';
import { firstTry } from './first-try.ts';
import { otherKind } from './kinds.ts';
import type { Post } from './post.ts';
import { type Given, judge, type Proof } from './prove.ts';
import type { Receipt } from './receipt.ts';
import { newSignals, type Signal } from './signals.ts';

/** What is needed to take a submission. */
export interface Desk extends Post {
	readonly issuer: Issuer;
	/** The effective date of the privacy policy in force. */
	readonly policy: string;
	/** Secrets of those who may call without being a visitor; absent where that is not set up. */
	readonly secrets: { readonly webhook?: string; readonly operator?: string };
	/** Goes on after the answer. */
	readonly later: (work: Promise<unknown>) => void;
}

/** What a form that comes back holds: what was typed, the question to answer, and what was given for it. */
interface Back {
	readonly values: ContactValues;
	/** Absent only when there is no key to sign one. */
	readonly question?: Question;
	readonly given?: Given;
}

/** What became of a submission. */
export type Outcome =
	| { readonly kind: 'sent'; readonly receipt: Receipt; readonly kept: boolean }
	| (Back & { readonly kind: 'invalid'; readonly problems: Problems })
	| (Back & { readonly kind: 'step'; readonly reason: Reason })
	| (Back & { readonly kind: 'asked' | 'unavailable' });

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
		const back = { values, question: ask(desk.issuer, { returned: true }) };
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
	const { issuer } = desk;
	const { values, question, given } = form;
	const verdict = judge(question, given, issuer.attack ?? false);
	if (verdict.kind === 'wrong') await spend(desk.store, question, desk.now());
	if (verdict.kind !== 'proved' || Object.keys(form.problems).length > 0) {
		return returned(issuer, form, verdict.kind === 'proved' ? undefined : verdict);
	}
	if (!submission.ownPage) {
		const fresh = ask(issuer, { returned: true });
		return { kind: 'step', values, reason: 'elsewhere', question: fresh };
	}
	const trapped = (submission.data.get(trap.name) ?? '') !== '';
	const found = newSignals(question, { trapped, now: issuer.now() });
	const signals = [...new Set([...question.signals, ...found])];
	const reason = found.find((signal) => signal === 'trap' || signal === 'fast');
	if (reason !== undefined) {
		const same = askAgain(issuer, question, { signals });
		return { kind: 'step', values, reason, question: same, given };
	}
	return demand(desk, submission, { ...form, signals, proofs: verdict.proofs });
}

/** The form with its problems: after a wrong answer with a new question of the same kind, else with the same. */
function returned(
	issuer: Issuer,
	{ values, problems, question, given }: Form,
	verdict?: { kind: 'missing' | 'wrong'; message: string },
): Outcome {
	const all = verdict ? { ...problems, [words.answer]: verdict.message } : problems;
	const back = { kind: 'invalid', values, problems: all } as const;
	if (verdict?.kind !== 'wrong') return { ...back, question, given };
	const { kind, wrong } = question;
	return { ...back, question: ask(issuer, { kind, wrong: wrong + 1, returned: true }) };
}

interface Proven extends Form {
	readonly signals: readonly Signal[];
	readonly proofs: readonly Proof[];
}

/** Under attack, a question without work is followed by one of the other kind; two of them are let through, labelled. */
async function demand(desk: Desk, { address }: Submission, proven: Proven): Promise<Outcome> {
	const { values, question, proofs, signals } = proven;
	const unworked = (desk.issuer.attack ?? false) && !proofs.includes('work');
	if (!unworked) return keep(desk, address, proven);
	if (proofs.length > 1) {
		return keep(desk, address, { ...proven, signals: [...signals, 'unworked'] });
	}
	const { kind } = question;
	const next = askAgain(desk.issuer, question, { kind: otherKind(kind), before: [kind], signals });
	return { kind: 'step', values, reason: 'second', question: next };
}

async function keep(desk: Desk, address: string, proven: Proven): Promise<Outcome> {
	const { values, question, given, proofs, signals } = proven;
	// The form is without problems, so its topic is one of the choices.
	const complete = values as Message['values'] & { readonly topic: Topic };
	const content: Message = { values: complete, proofs, signals, policy: desk.policy };
	const record = received(question, content, desk.now());
	const key = enquiryKey(question);
	const claimed = await claim(desk.store, question, record);
	const used = () => ({
		...({ kind: 'step', values, reason: 'used' } as const),
		question: ask(desk.issuer, { returned: true, wrong: question.wrong }),
	});
	if (claimed.kind === 'used') return used();
	const receipt = { reference: record.reference, topic: complete.topic, received: record.received };
	if (claimed.kind === 'ours') {
		desk.later(firstTry(desk, key, address));
		const { reference, received } = claimed;
		return { kind: 'sent', receipt: { ...receipt, reference, received }, kept: true };
	}
	const sent = await deliverDirectly(desk, key, record);
	if (sent.kind === 'accepted') return { kind: 'sent', receipt, kept: false };
	if (sent.kind === 'conflict') return used();
	return { kind: 'unavailable', values, question, given };
}
