import type { Problem } from '../../problem.ts';

const key = ({ file, line, column, id, message }: Problem): string =>
	[file, line, column, id ?? message].join(':');

/** Problems by file and place, each once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
	const each = [...new Map(problems.map((one) => [key(one), one])).values()];
	return each.toSorted(
		(a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
	);
}
