import { type ContactValues, contact, type Topic } from '#src/forms/contact.ts';
import type { Reason } from '#src/forms/outcomes.ts';
import { question as words } from '#src/forms/question.ts';
import { type Problems, read } from '#src/forms/read.ts';
import { answers, type Issuer, type Question, recall } from './challenge.ts';
import { claim, received, spend } from './claim.ts';
import { deliverDirectly } from './deliver.ts';
import { enquiryKey, type Message } from './enquiry.ts';
import { firstTry } from './first-try.ts';
import type { Post } from './post.ts';
import type { Receipt } from './receipt.ts';

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

/** What became of a submission. A form that comes back keeps a question that is still good. */
export type Outcome =
	| { readonly kind: 'sent'; readonly receipt: Receipt; readonly kept: boolean }
	| {
			readonly kind: 'invalid';
			readonly values: ContactValues;
			readonly problems: Problems;
			readonly kept?: Kept;
	  }
	| { readonly kind: 'step'; readonly values: ContactValues; readonly reason: Reason }
	| { readonly kind: 'unavailable'; readonly values: ContactValues; readonly kept?: Kept };

/** A question that is not spent, and what was answered. */
export interface Kept {
	readonly question: Question;
	readonly answer: string;
}

interface Submission {
	readonly data: URLSearchParams;
	/** Whether the browser says that the form stood on this site, or says nothing. */
	readonly ownPage: boolean;
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

interface Proven extends Pick<Submission, 'address'> {
	readonly question: Question;
	readonly answer: string;
	readonly values: ContactValues & { readonly topic: Topic };
}

/**
 * Takes a submission: proves, validates, keeps, answers, delivers. Wrong fields never spend the question, a wrong
 * answer does; nothing is written before the token is known to be ours.
 */
export async function submit(desk: Desk, submission: Submission): Promise<Outcome> {
	const { data, ownPage, address } = submission;
	const { values, problems } = read(contact.fields, data);
	const answer = data.get(words.answer)?.trim() ?? '';
	const question = recall(data.get(words.token) ?? '', desk.issuer);
	if (typeof question === 'string') {
		if (Object.keys(problems).length > 0) return { kind: 'invalid', values, problems };
		return { kind: 'step', values, reason: question };
	}
	const proof = prove(question, answer);
	if (proof === 'wrong') await spend(desk.store, question, desk.now());
	const all = proof === 'right' ? problems : { ...problems, [words.answer]: message(proof) };
	if (Object.keys(all).length > 0) {
		const kept = proof === 'wrong' ? {} : { kept: { question, answer } };
		return { kind: 'invalid', values, problems: all, ...kept };
	}
	if (!ownPage) return { kind: 'step', values, reason: 'elsewhere' };
	// The form is without problems, so its topic is one of the choices.
	return keep(desk, { question, answer, address, values: values as Proven['values'] });
}

const message = (proof: 'missing' | 'wrong'): string =>
	proof === 'missing' ? words.required : words.wrong;

function prove(question: Question, answer: string): 'right' | 'wrong' | 'missing' {
	if (answer === '') return 'missing';
	return answers(answer, question) ? 'right' : 'wrong';
}

async function keep(desk: Desk, { question, answer, values, address }: Proven): Promise<Outcome> {
	const content: Message = { values, proof: 'sum', policy: desk.policy };
	const record = received(question, content, desk.now());
	const key = enquiryKey(question);
	const claimed = await claim(desk.store, question, record);
	if (claimed.kind === 'used') return { kind: 'step', values, reason: 'used' };
	const receipt = { reference: record.reference, topic: values.topic, received: record.received };
	if (claimed.kind === 'ours') {
		desk.later(firstTry(desk, key, address));
		const { reference, received } = claimed;
		return { kind: 'sent', receipt: { ...receipt, reference, received }, kept: true };
	}
	const sent = await deliverDirectly(desk, key, record);
	if (sent.kind === 'accepted') return { kind: 'sent', receipt, kept: false };
	if (sent.kind === 'conflict') return { kind: 'step', values, reason: 'used' };
	return { kind: 'unavailable', values, kept: { question, answer } };
}
