import type { QuestionType } from '#src/forms/question.ts';

/** What a message was let through by: a question of one type that was answered, or a browser's proof of work. */
export type Proof = QuestionType | 'work';

/**
 * What about a submission is unlike a person's. `trap` and `fast` lead to one more step and stay with the enquiry; the
 * two ending in `-again` are seen on a page that asked again. `unworked`: two questions stood in for work under attack.
 * `crowded`: its network had used up its share of the hour. `unasked`: a form that asks no question came without a
 * browser's work. `elsewhere`: such a form came by way of another site.
 */
export const signals = [
	'trap',
	'fast',
	'trap-again',
	'fast-again',
	'unworked',
	'crowded',
	'unasked',
	'elsewhere',
] as const;
export type Signal = (typeof signals)[number];
