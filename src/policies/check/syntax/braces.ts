import { problem, put } from '../source/report.ts';
import type { Span } from '../source/source.ts';
import { paragraphEnd, type Scan } from './state.ts';

/** Reads what a brace opens; gives the offset behind it. */
export function brace(state: Scan, at: number): number {
	const { text } = state.file;
	if (/^\{\s*\/\*/.test(text.slice(at, at + 40))) return remark(state, at);
	return expression(state, at);
}

/** Tells of a brace that closes nothing. */
export function looseBrace({ file, problems, signs }: Scan, at: number): number {
	const span: Span = [at, at + 1];
	problems.push(problem([file, span], 'brace-loose', {}, [put(file, span, '\\}')]));
	signs.push(span);
	return at + 1;
}

const lineEnd = ({ file: { text }, end }: Scan, at: number): number => {
	const found = text.indexOf('\n', at);
	return found === -1 || found > end ? end : found - (text[found - 1] === '\r' ? 1 : 0);
};

/** The id that a brace at the end of a heading was meant to hold. */
const idOf = (words: string): string | undefined =>
	/^\{[^\w}]*?#?[^\w}]*?([A-Za-z][\w-]*)[^\w}]*\}?\s*$/.exec(words)?.[1];

const inHeading = ({ file: { text } }: Scan, at: number): boolean =>
	/^#{1,6}[ \t]/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));

function remark(state: Scan, at: number): number {
	const { file, end } = state;
	const close = file.text.indexOf('*/', at + 2);
	const behind = /^\s*\}/.exec(file.text.slice(close + 2))?.[0].length ?? 0;
	const heading = inHeading(state, at);
	const limit = heading ? lineEnd(state, at) : end;
	const open = file.text.indexOf('{/*', at + 3);
	const swallows = open !== -1 && open < close;
	if (close !== -1 && close < limit && behind > 0 && !swallows) {
		state.signs.push([at, close + 2 + behind]);
		return close + 2 + behind;
	}
	const stop = lineEnd(state, at);
	const words = file.text.slice(at, stop).trimEnd();
	const inside = words.replace(/^\{\s*\/\*\s*/, '').replace(/[\s*/}\\]*$/, '');
	const fixed = `{/* ${inside} */}`;
	const span: Span = [at, at + words.length];
	state.problems.push(problem([file, span], 'comment-open', { fixed }, [put(file, span, fixed)]));
	state.signs.push(span);
	return stop;
}

/** The offset behind the brace that closes the one at an offset, or -1. */
function closing(text: string, at: number, end: number): number {
	let depth = 0;
	for (let offset = at; offset < end; offset++) {
		if (text[offset] === '\\') offset++;
		else if (text[offset] === '{') depth++;
		else if (text[offset] === '}' && --depth === 0) return offset + 1;
	}
	return -1;
}

function expression(state: Scan, at: number): number {
	const { file } = state;
	const stop = inHeading(state, at) ? lineEnd(state, at) : paragraphEnd(state, at);
	const behind = closing(file.text, at, stop);
	const span: Span = [at, behind === -1 ? stop : behind];
	const found = file.text.slice(...span).trimEnd();
	const id = inHeading(state, at) || /^\{\s*#/.test(found) ? idOf(found) : undefined;
	if (id !== undefined) {
		const fixed = `{/* #${id} */}`;
		const edits = [put(file, [at, at + found.length], fixed)];
		const place = [file, [at, at + found.length]] as const;
		state.problems.push(problem(place, 'id-comment', { found, fixed }, edits));
	} else if (behind === -1)
		state.problems.push(
			problem([file, [at, at + 1]], 'brace-open', {}, [put(file, [at, at + 1], '\\{')]),
		);
	else {
		const escaped = found.replace(/[{}]/g, '\\$&');
		state.problems.push(problem([file, span], 'brace', { found }, [put(file, span, escaped)]));
	}
	state.signs.push(behind === -1 ? [at, at + 1] : span);
	return behind === -1 ? at + 1 : behind;
}
