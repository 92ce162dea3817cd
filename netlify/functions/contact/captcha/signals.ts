import type { Signal } from '../shared/assurance.ts';
import type { Challenge } from './challenge.ts';

/** Nobody fills in the form in less, in milliseconds; autofill and a quick hand come close. */
export const quick = 3_000;

interface Seen {
	readonly trapped: boolean;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** The signals of a submission beyond those that its question already carries. */
export function newSignals(
	{ asked, returned }: Pick<Challenge, 'asked' | 'returned'>,
	{ trapped, now }: Seen,
): Signal[] {
	const found: Signal[] = [];
	if (trapped) found.push(returned ? 'trap-again' : 'trap');
	const age = now - asked;
	// A question from a server whose clock is ahead has a negative age, which says nothing.
	if (age >= 0 && age < quick) found.push(returned ? 'fast-again' : 'fast');
	return found;
}
