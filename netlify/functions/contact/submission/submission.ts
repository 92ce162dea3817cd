import type { FormId } from '#src/forms/addresses.ts';
import { trap, ways, question as words } from '#src/forms/question.ts';
import { printable } from '#src/forms/tidy.ts';
import type { CaptchaAnswer } from '../shared/outcome.ts';

/** A form as it was posted. */
export interface Submission {
	readonly form: FormId;
	readonly data: URLSearchParams;
	/** Whether the browser says that the form stood on this site, or says nothing. */
	readonly ownPage: boolean;
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

/** No answer has more code units. */
const longestAnswer = 100;
/** Digits and full stops: more than the longest solution has. */
const workShape = /^[\d.]{0,512}$/;

/** What was given for the question. */
export function readGiven(data: URLSearchParams): CaptchaAnswer {
	const answer = data.get(words.answer) ?? '';
	const work = data.get(ways.work) ?? '';
	return {
		answer: printable(answer.slice(0, longestAnswer)).trim(),
		work: workShape.test(work) ? work : '',
		instead: data.has(ways.instead.name),
	};
}

/** The token of the question that the form carries; empty without one. */
export const tokenIn = (data: URLSearchParams): string => data.get(words.token) ?? '';

export const isTrapped = (data: URLSearchParams): boolean => (data.get(trap.name) ?? '') !== '';
