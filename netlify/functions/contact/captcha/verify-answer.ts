import type { Proof } from '../shared/assurance.ts';
import type { CaptchaAnswer } from '../shared/outcome.ts';
import { questionWords, ways } from '#src/forms/question.ts';
import type { Challenge } from './challenge.ts';
import { questionTypes } from './question-types.ts';
import { verifyWork } from './proof-of-work.ts';

/** The result of a check. `missing` leaves the challenge valid; `wrong` means that it must be spent. */
export type Verdict =
	| { readonly kind: 'proved'; readonly proofs: readonly Proof[] }
	| { readonly kind: 'missing'; readonly message: string }
	| { readonly kind: 'wrong'; readonly message: string };

/** Checks an answer or a proof of work against the challenge. Under attack, a proof of work alone is not enough. */
export function verifyAnswer(question: Challenge, given: CaptchaAnswer, attack: boolean): Verdict {
	const { kind, numbers, before, task } = question;
	const answered = given.answer !== '';
	if (answered && questionTypes[kind].isAnswer(given.answer, numbers)) {
		const work: Proof[] = verifyWork(task, given.work) ? ['work'] : [];
		return { kind: 'proved', proofs: [...before, kind, ...work] };
	}
	const worked = given.instead && verifyWork(task, given.work);
	if (worked && (!attack || before.length > 0)) {
		return { kind: 'proved', proofs: [...before, 'work'] };
	}
	if (answered) return { kind: 'wrong', message: questionWords[kind].wrong };
	if (worked) return { kind: 'missing', message: ways.both };
	return {
		kind: 'missing',
		message: given.instead ? ways.unfinished : questionWords[kind].required,
	};
}
