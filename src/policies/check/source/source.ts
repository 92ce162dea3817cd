import type { Position } from '../../problem.ts';

/** A file as it was read: its path from the project's root, and its text without a byte order mark. */
export interface Source {
	readonly path: string;
	readonly text: string;
	/** The offsets at which its lines start. */
	readonly lines: readonly number[];
}

/** A stretch of a text: offsets of its start and of one past its end. */
export type Span = readonly [start: number, end: number];

/** Makes a source of a file's text. */
export function source(path: string, text: string): Source {
	const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
	const lines = [0];
	for (let at = plain.indexOf('\n'); at !== -1; at = plain.indexOf('\n', at + 1))
		lines.push(at + 1);
	return { path, text: plain, lines };
}

/** The line and column of an offset. */
export function position({ lines }: Source, offset: number): Position {
	let [low, high] = [0, lines.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((lines[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

/** The offset of a line and a column. */
export const offsetAt = ({ lines }: Source, { line, column }: Position): number =>
	(lines[line - 1] ?? 0) + column - 1;

/** The words of a line, without its end. */
export function lineText({ text, lines }: Source, line: number): string {
	const start = lines[line - 1] ?? 0;
	return text.slice(start, lines[line] ?? text.length).replace(/\r?\n$/, '');
}

/** The line of an offset as a span, without blanks at either end. */
export function lineSpan(file: Source, offset: number): Span {
	const { line } = position(file, offset);
	const start = file.lines[line - 1] ?? 0;
	const words = lineText(file, line);
	const indent = words.length - words.trimStart().length;
	return [start + indent, start + Math.max(words.trimEnd().length, indent)];
}

/** How the lines of a file end. */
export const newline = ({ text }: Source): string => (text.includes('\r\n') ? '\r\n' : '\n');
