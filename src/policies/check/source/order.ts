import { isError, type Problem } from '../../problem.ts';
import type { Source } from './source.ts';

const key = ({ file, line, column, id, message }: Problem): string =>
	[file, line, column, id ?? message].join(':');

/** Problems by file and place, each once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
	const each = [...new Map(problems.map((one) => [key(one), one])).values()];
	return each.toSorted(
		(a, b) =>
			(a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
	);
}

/** What a mistake in a clause brings with it: the clause differs from the one before, if only by the mistake. */
const followers = new Set(['note-missing', 'editorial-term', 'version-same']);

/** What the mistakes of a file bring with them elsewhere in it. */
const brought: readonly (readonly [cause: RegExp, follower: RegExp])[] = [
	[/^clause-id|^clause-nameless/, /^published-(?:changed|clause)/],
	[/^heading-blank/, /^(?:anchor-stranger|clause-heading-lost|clause-lost)/],
];

/** The problems without those that another mistake in the same clause may have brought about. */
export function causes(
	problems: readonly Problem[],
	texts: ReadonlyMap<string, Source>,
): Problem[] {
	const clauseOf = ({ file, line }: Problem): string => {
		const { text = '', lines = [] } = texts.get(file) ?? {};
		const before = text.slice(0, lines[line] ?? text.length);
		return `${file}:${before.lastIndexOf('\n##')}`;
	};
	const first = new Set(
		problems.filter((one) => isError(one) && !followers.has(one.id ?? '')).map(clauseOf),
	);
	const followsFile = ({ id = '', file }: Problem) =>
		brought.some(
			([cause, follower]) =>
				follower.test(id) &&
				problems.some((other) => other.file === file && cause.test(other.id ?? '')),
		);
	return problems.filter(
		(one) => !followsFile(one) && (!followers.has(one.id ?? '') || !first.has(clauseOf(one))),
	);
}
