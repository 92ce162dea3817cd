import type { Asked, QuestionType } from '#src/forms/question.ts';
import { numberIn, words } from './numbers.ts';
import { wordList } from './word-list.ts';

/** Returns an integer from `low` to `high`, both included. */
export type RandomInteger = (low: number, high: number) => number;

/** The two numbers that a question is made of; the second one of a word is always 0. */
export type Numbers = readonly [number, number];

interface QuestionTypeRules {
	draw(pick: RandomInteger): Numbers;
	put(numbers: Numbers): Omit<Asked, 'token'>;
	/** Whether what was typed answers it. */
	isAnswer(typed: string, numbers: Numbers): boolean;
}

/** Two different numbers from 2, at most 20 in all. */
const sum: QuestionTypeRules = {
	draw(pick) {
		const a = pick(2, 9);
		const b = pick(2, 19 - a);
		return [a, b >= a ? b + 1 : b];
	},
	put: ([a, b]) => ({
		shown: `${a} + ${b} =`,
		spoken: `What is ${words(a)} plus ${words(b)}?`,
	}),
	isAnswer: (typed, [a, b]) => numberIn(typed) === a + b,
};

/** Only the letters of a word, in lower case, so that spaces, quotation marks and full stops do not count. */
const plain = (typed: string): string =>
	typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '');

const wordAt = (index: number): string => wordList[index] ?? '';

const word: QuestionTypeRules = {
	draw: (pick) => [pick(0, wordList.length - 1), 0],
	put: ([index]) => ({
		shown: `Type this word: ${wordAt(index)}`,
		spoken: `Type this word: ${wordAt(index)}`,
	}),
	isAnswer: (typed, [index]) => plain(typed) === wordAt(index),
};

/** How a question of each type is drawn, worded and answered. */
export const questionTypes: Readonly<Record<QuestionType, QuestionTypeRules>> = { sum, word };

/** The type to offer in place of another. */
export const otherQuestionType = (kind: QuestionType): QuestionType =>
	kind === 'sum' ? 'word' : 'sum';
