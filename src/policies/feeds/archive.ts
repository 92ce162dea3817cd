import type { Entry } from './feed.ts';

/** How many entries a feed holds. */
const length = 30;

/** A feed in parts, as RFC 5005 has it: the newest entries, and archives that never change again, oldest first. */
export interface Parts {
	readonly newest: readonly Entry[];
	readonly archives: readonly (readonly Entry[])[];
}

/**
 * Entries, newest first, in parts. Archives are filled from the oldest entry on, each to the brim; the
 * newest of them may hold what the newest entries hold too, so that nothing lies between.
 */
export function parts(entries: readonly Entry[]): Parts {
	const count = Math.max(0, Math.ceil((entries.length - length) / length));
	const archives = Array.from({ length: count }, (_, index) => {
		const end = entries.length - index * length;
		return entries.slice(end - length, end);
	});
	return { newest: entries.slice(0, length), archives };
}
