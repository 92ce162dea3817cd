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
const inFile: readonly Follows[] = [
	[/^clause-(?:id|nameless)/, /^published-(?:changed|clause)|^note-missing|^link-clause/],
	[
		/^heading-blank|^clause-heading-lost/,
		/^(?:anchor-stranger|clause-(?:heading-lost|lost)|text-first|note-missing)/,
	],
];

/** What the mistakes of a policy's files bring with them in the others. */
const inFolder: readonly Follows[] = [
	[/^published-gone/, /^(?:since|removed)-wrong|^kind-|^clause-(?:nowhere|lost)/],
];

type Follows = readonly [cause: RegExp, follower: RegExp];

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

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
	const follows = (one: Problem, rules: readonly Follows[], where: (file: string) => string) =>
		rules.some(
			([cause, follower]) =>
				follower.test(one.id ?? '') &&
				problems.some(
					(other) =>
						other !== one && where(other.file) === where(one.file) && cause.test(other.id ?? ''),
				),
		);
	return problems.filter(
		(one) =>
			!follows(one, inFile, (file) => file) &&
			!follows(one, inFolder, folderOf) &&
			!(followers.has(one.id ?? '') && first.has(clauseOf(one))),
	);
}
