import type { Problem } from '../../problem.ts';
import type { Source, Span } from '../source/source.ts';

/** A tag that was opened. */
export interface OpenTag {
	readonly name: string;
	readonly span: Span;
}

/** A policy holds Markdown; a page may hold components, and its lines must not look like a program. */
export type Dialect = 'policy' | 'page';

/** Where the reading of a text has come to, and what was found on the way. */
export interface Scan {
	readonly file: Source;
	readonly dialect: Dialect;
	/** One past the last character to read. */
	readonly end: number;
	readonly problems: Problem[];
	/** The tags that are open, outermost first. */
	readonly tags: OpenTag[];
	/** Stretches that are not words: code, remarks, tags, signs with a backslash. */
	readonly signs: Span[];
}

/** The offset where the paragraph around an offset ends. */
export function paragraphEnd(
	{ file: { text }, end }: Pick<Scan, 'file' | 'end'>,
	at: number,
): number {
	const blank = /\r?\n[ \t]*\r?\n/g;
	blank.lastIndex = at;
	return Math.min(blank.exec(text)?.index ?? end, end);
}
