import type { Question } from './challenge.ts';

/**
 * What about a submission is unlike a person's. The first two lead to one more step and are then known of the enquiry
 * for good; the others are seen on a page that asked again. `unworked`: two questions stood in for work under attack.
 * `crowded`: its network had sent its share of the hour before.
 */
export const signals = ['trap', 'fast', 'trap-again', 'fast-again', 'unworked', 'crowded'] as const;
export type Signal = (typeof signals)[number];

/** Nobody fills in the form in less, in milliseconds; autofill and a quick hand come close. */
export const quick = 3_000;

interface Seen {
	readonly trapped: boolean;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** The signals of a submission beyond those that its question already carries. */
export function newSignals(
	{ asked, returned }: Pick<Question, 'asked' | 'returned'>,
	{ trapped, now }: Seen,
): Signal[] {
	const found: Signal[] = [];
	if (trapped) found.push(returned ? 'trap-again' : 'trap');
	if (now - asked < quick) found.push(returned ? 'fast-again' : 'fast');
	return found;
}
