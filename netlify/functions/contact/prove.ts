import { type Kind, kinds, ways } from '#src/forms/question.ts';
import type { Question } from './challenge.ts';
import { rules } from './kinds.ts';
import { isDone } from './work.ts';

/** What a message was let through by: questions that were answered, work that was done. */
export type Proof = Kind | 'work';

/** What a visitor gave for the check. */
export interface Given {
	/** Trimmed. */
	readonly answer: string;
	readonly work: string;
	/** Whether the browser's work is offered in the place of an answer. */
	readonly instead: boolean;
}

/** `missing` leaves the question as it is, with a message beside it. `wrong` takes it out of use. */
export type Verdict =
	| { readonly kind: 'proved'; readonly proofs: readonly Proof[] }
	| { readonly kind: 'missing'; readonly message: string }
	| { readonly kind: 'wrong'; readonly message: string };

/** What was given, judged by what the question's token says. Under attack work alone is not enough. */
export function judge(question: Question, given: Given, attack: boolean): Verdict {
	const { kind, numbers, before, task } = question;
	const answered = given.answer !== '';
	if (answered && rules[kind].isAnswer(given.answer, numbers)) {
		const work: Proof[] = isDone(task, given.work) ? ['work'] : [];
		return { kind: 'proved', proofs: [...before, kind, ...work] };
	}
	const worked = given.instead && isDone(task, given.work);
	if (worked && (!attack || before.length > 0)) {
		return { kind: 'proved', proofs: [...before, 'work'] };
	}
	if (answered) return { kind: 'wrong', message: kinds[kind].wrong };
	if (worked) return { kind: 'missing', message: ways.both };
	return { kind: 'missing', message: given.instead ? ways.unfinished : kinds[kind].required };
}
