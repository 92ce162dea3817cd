import { problem, put } from '../source/report.ts';
import type { Scan } from './state.ts';

/** The line at an offset, without its end. */
const lineAt = ({ file: { text }, end }: Scan, at: number): string =>
	(/^[^\r\n]*/.exec(text.slice(at, end)) ?? [''])[0];

/** The offset behind a block of code that starts at an offset; the same offset where none does. */
export function skipFence(state: Scan, at: number): number {
	const { file, end } = state;
	const line = lineAt(state, at);
	const marks = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
	if (marks === undefined) return at;
	const close = new RegExp(`^ {0,3}${marks[0]}{${marks.length},}[ \\t]*\\r?$`, 'm');
	const rest = file.text.slice(at + line.length, end);
	const found = close.exec(rest);
	if (!found) {
		const behind = at + line.length + (/^\r?\n/.exec(rest)?.[0].length ?? 0);
		const edits = [put(file, [at, behind], '')];
		state.problems.push(problem([file, [at, at + line.length]], 'fence-open', {}, edits));
		return behind;
	}
	const behind = at + line.length + found.index + found[0].length;
	state.signs.push([at, behind]);
	return behind;
}

/** Tells of a line that cannot start as it does. */
export function lineMistake(state: Scan, at: number, start: number): void {
	const { file, problems, dialect } = state;
	const line = lineAt(state, at);
	if (/^(?:<{7}|>{7})(?: |$)|^={7}$/.test(line))
		problems.push(problem([file, [at, at + line.length]], 'conflict', {}));
	const word = /^(?:export|import)(?=[\s{*'"]|$)/.exec(line)?.[0];
	if (
		word !== undefined &&
		dialect === 'page' &&
		(at === start || /\n[ \t]*\r?\n$/.test(file.text.slice(0, at)))
	) {
		const span = [at, at + word.length] as const;
		const edits = [put(file, span, `${word[0]?.toUpperCase()}${word.slice(1)}`)];
		problems.push(problem([file, span], 'line-start', { word }, edits));
	}
}
