/**
 * Work for a browser: for each of so many puzzles, numbered from 0, a counter whose text has a SHA-256 that begins with
 * so many zero bits. Many small puzzles instead of a large one, so that nobody is unlucky for long.
 */
export interface Task {
	/** 128 random bits in base64url. */
	readonly nonce: string;
	readonly puzzles: number;
	/** At most 32. */
	readonly bits: number;
}

/** Counters are below this: 2 to the power of 32. */
export const counters = 0x1_0000_0000;

/** Between the counters of a solution, which stand in the order of their puzzles. */
export const separator = '.';

/** The text of a puzzle; its counter follows in decimal digits. */
export const puzzleText = ({ nonce }: Task, puzzle: number): string => `pow1:${nonce}:${puzzle}:`;

/** The task that a question's token names. Browsers only read it; the function believes what it has signed. */
export function taskOf(token: string): Task {
	const [, payload = ''] = token.split('.');
	const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
	// The key's name, the audience and the deploy context come first.
	const [, , , [nonce, puzzles, bits]] = JSON.parse(text);
	return { nonce, puzzles, bits };
}
