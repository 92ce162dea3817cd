import type { Problem } from '../../problem.ts';
import type { Source, Span } from '../source/source.ts';
import { angle } from './angles.ts';
import { brace } from './braces.ts';
import { lineMistake, skipFence } from './lines.ts';
import { type OpenTag, unclosed } from './tags.ts';

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

/** Reads MDX for what keeps it from being understood: every such place, not only the first. */
export function scan(file: Source, [start, end]: Span, dialect: Dialect): Scan {
	const state: Scan = { file, dialect, end, problems: [], tags: [], signs: [] };
	let at = start;
	while (at < end) {
		const fenced = atLineStart(file, at) ? skipFence(state, at) : at;
		if (fenced > at) at = fenced;
		else {
			if (atLineStart(file, at)) lineMistake(state, at, start);
			at = step(state, at);
		}
	}
	state.problems.push(...unclosed(state));
	return state;
}

const atLineStart = ({ text }: Source, at: number): boolean => at === 0 || text[at - 1] === '\n';

/** Reads what stands at an offset; gives the offset behind it. */
function step(state: Scan, at: number): number {
	const { text } = state.file;
	switch (text[at]) {
		case '\\':
			state.signs.push([at, at + 2]);
			return at + 2;
		case '`':
			return code(state, at);
		case '{':
			return brace(state, at);
		case '<':
			return angle(state, at);
		default:
			return at + 1;
	}
}

/** The offset where the paragraph around an offset ends. */
export function paragraphEnd({ file: { text }, end }: Pick<Scan, 'file' | 'end'>, at: number): number {
	const blank = /\r?\n[ \t]*\r?\n/g;
	blank.lastIndex = at;
	return Math.min(blank.exec(text)?.index ?? end, end);
}

function code(state: Scan, at: number): number {
	const { text } = state.file;
	const marks = /^`+/.exec(text.slice(at, at + 20))?.[0] ?? '`';
	const rest = text.slice(at + marks.length, paragraphEnd(state, at));
	const close = new RegExp(`(?<!\`)${marks}(?!\`)`).exec(rest);
	if (!close) return at + marks.length;
	const behind = at + marks.length + close.index + marks.length;
	state.signs.push([at, behind]);
	return behind;
}
