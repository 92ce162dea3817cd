import type { Difference } from './locked-words.ts';

/** A place in a file; lines and columns count from 1. */
interface Place {
	readonly line: number;
	readonly column: number;
}

function placeAt(source: string, offset: number): Place {
	const before = source.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The place of a key in the front matter; the first line where it is not there. */
export function placeOfKey(source: string, key: string): Place {
	const offset = source.search(new RegExp(`^${key}\\s*:`, 'm'));
	return placeAt(source, Math.max(0, offset));
}

/** The place of the words that differ; the heading of their clause where they cannot be found in the source. */
export function placeOfWords(source: string, { id, was = '', is = '' }: Difference): Place {
	const start = Math.max(0, source.indexOf(`{/* #${id} */}`));
	const heading = source.lastIndexOf('\n', start) + 1;
	const words = is.split(' … ')[0]?.split(' ') ?? [];
	const from = was === '' ? 0 : shared(was.split(' '), words);
	const pattern = words.slice(0, from + 1).map(RegExp.escape);
	const end = source.indexOf('\n##', heading);
	const clause = source.slice(heading, end === -1 ? undefined : end);
	const found = new RegExp(pattern.join('\\s+')).exec(clause);
	if (is === '' || !found) return placeAt(source, heading);
	const last = found[0].length - (words[from]?.length ?? 0);
	return placeAt(source, heading + found.index + Math.max(0, last));
}

/** How many words two lists begin with alike, at most all but the last of the second. */
function shared(a: readonly string[], b: readonly string[]): number {
	const end = b.findIndex((word, index) => word !== a[index]);
	return end === -1 ? Math.max(0, b.length - 1) : end;
}
