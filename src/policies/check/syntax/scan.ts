import type { Source, Span } from '../source/source.ts';
import { angle } from './angles.ts';
import { brace, looseBrace } from './braces.ts';
import { lineMistake, skipFence } from './lines.ts';
import { type Dialect, paragraphEnd, type Scan } from './state.ts';
import { unclosed } from './tags.ts';

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

/** What may mean something, and the ends of lines. */
const signs = /[\\`{}<\n]/g;

/** The offset of the next sign at or behind an offset, or behind the next end of a line. */
function nextSign({ file: { text }, end }: Scan, at: number): number {
	signs.lastIndex = at;
	const found = signs.exec(text);
	return found ? found.index + (found[0] === '\n' ? 1 : 0) : end;
}

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
		case '}':
			return looseBrace(state, at);
		case '<':
			return angle(state, at);
		default:
			return nextSign(state, at);
	}
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
