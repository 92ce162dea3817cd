import { type Edit, isError, type Problem } from '../../problem.ts';
import { lineText, position, source, type Source } from '../source/source.ts';

type Texts = ReadonlyMap<string, Source>;

/** The greatest number of characters of a line that are shown. */
const width = 96;

/** A problem in full: its place, the line with a caret, what is wrong, what to do, and the corrected line. */
export function printed(problem: Problem, texts: Texts): string {
	const { file, line, column, message, cure, id } = problem;
	const kind = isError(problem) ? '' : 'warning: ';
	const head = `${file}:${line}:${column} ${kind}${message}${id === undefined ? '' : ` [${id}]`}`;
	const held = texts.get(file);
	const shown = held && held.text !== '' ? framed(held, problem) : [];
	const right = corrected(problem, texts);
	const paste = right.length > 0 ? ['', ...right] : [];
	return [head, ...shown, ...(cure ? [`  ${cure}`] : []), ...paste].join('\n');
}

/** All problems in full, and a last line that counts them. */
export function report(problems: readonly Problem[], texts: Texts): string {
	const errors = problems.filter(isError).length;
	const warnings = problems.length - errors;
	const count = [
		...(errors > 0 ? [`${errors} ${errors === 1 ? 'mistake' : 'mistakes'}`] : []),
		...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
	].join(', ');
	return [...problems.map((one) => printed(one, texts)), count].join('\n\n');
}

function framed(file: Source, { line, column, end }: Problem): string[] {
	const words = lineText(file, line);
	const { text, shift } = window(words, column - 1);
	const last = end && end.line === line ? end.column : words.length + 1;
	const from = column - 1 - shift;
	const length = Math.max(1, Math.min(last - column, text.length - from));
	const gutter = ' '.repeat(String(line).length);
	return [
		`  ${line} | ${text}`,
		`  ${gutter} | ${' '.repeat(Math.max(from, 0))}${'^'.repeat(length)}`,
	];
}

/** The part of a line around an offset, and how much was cut off before it. */
function window(line: string, at: number): { text: string; shift: number } {
	const words = line.replaceAll('\t', ' ');
	if (words.length <= width) return { text: words, shift: 0 };
	const start = Math.max(0, Math.min(at - 30, words.length - width));
	const text = words.slice(start, start + width);
	const [before, behind] = [start > 0 ? '…' : '', start + width < words.length ? '…' : ''];
	return {
		text: `${before}${text.slice(before.length, width - behind.length)}${behind}`,
		shift: start,
	};
}

/** The lines as they are once the edits are made, to be pasted whole; of other files too. */
function corrected({ file, edits = [] }: Problem, texts: Texts): string[] {
	return [...Map.groupBy(edits, (edit) => edit.file)].flatMap(([path, own]) => {
		const held = texts.get(path);
		if (!held) return [];
		const first = Math.min(...own.map(({ start }) => start));
		const last = Math.max(...own.map(({ end }) => end));
		const { line } = position(held, first);
		const stop = position(held, last).line;
		const growth = own.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
		const after = source(path, applied(held.text, own));
		const lastLine = position(after, Math.max(last + growth, first)).line;
		if (lastLine - line > 8) return [];
		const begun =
			held.lines[line - 1] === first && stop > line && own.every(({ text }) => text === '');
		const lines = begun
			? []
			: Array.from({ length: lastLine - line + 1 }, (_, index) => line + index);
		return [
			...(path === file ? [] : [`  ${path}`]),
			...lines.map((one) => `  ${one} + ${lineText(after, one)}`),
		];
	});
}

/** A text with edits made in it. */
export function applied(text: string, edits: readonly Edit[]): string {
	return edits
		.toSorted((a, b) => b.start - a.start)
		.reduce((held, { start, end, text }) => held.slice(0, start) + text + held.slice(end), text);
}
