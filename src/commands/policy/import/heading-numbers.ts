import { type Level, numbers, plain, type Run } from '#src/policies/text/document.ts';
import type { Decisions } from './decisions.ts';

/** A heading as a file has it. */
interface Heading {
	readonly title: readonly Run[];
	/** The number that the file had before the title. */
	readonly number?: string;
}

/**
 * Headings without the numbers before their titles: a policy numbers its clauses itself. A number without a sign after it
 * is one only where another heading has the next or the last: “30 days to pay” is a title.
 */
export function withoutNumbers<T extends Heading>(headings: readonly T[]): T[] {
	const all = headings.map(({ title }) => numberBefore(plain(title)));
	const known = new Set(all.map((one) => one?.number));
	return headings.map((heading, at) => {
		const { [at]: found } = all;
		if (!found || !(found.signed || neighbours(found.number).some((one) => known.has(one))))
			return heading;
		return { ...heading, number: found.number, title: from(heading.title, found.length) };
	});
}

const before =
	/^\s*(?:(?:[Ss]ection|SECTION|[Cc]lause|CLAUSE|[Aa]rticle|ARTICLE)\s+)?(\d+(?:\.\d+)*)(?:(\s+[-–—]|[.):]?)\s+(?=\S)|([.):])(?=\p{Lu}))/u;

function numberBefore(title: string) {
	const found = before.exec(title);
	if (!found) return undefined;
	const [all, number = '', sign, glued] = found;
	return { number, length: all.length, signed: Boolean(sign || glued) };
}

function neighbours(number: string): string[] {
	const steps = number.split('.');
	const last = Number(steps.pop());
	return [last - 1, last + 1].map((next) => [...steps, next].join('.'));
}

function from(runs: readonly Run[], length: number): Run[] {
	let left = length;
	return runs.flatMap((run) => {
		const text = run.text.slice(left);
		left = Math.max(0, left - run.text.length);
		return text ? [{ ...run, text }] : [];
	});
}

interface Numbered extends Heading {
	readonly level: Level;
}

/** Tells where clauses have other numbers than in the file, and what words name them by. */
export function tellNumbers(
	headings: readonly Numbered[],
	words: string,
	decisions: Decisions,
): void {
	const now = numbers(headings);
	const other = headings.findIndex(({ number }, at) => number !== undefined && number !== now[at]);
	const { [other]: heading } = headings;
	if (!heading) return;
	const named = [
		...words.matchAll(
			/\b(?:sections?|clauses?|articles?|paragraphs?|parts?)\s+\d+(?:\.\d+)*|^\d+(?:\.\d+)+(?=\s)/gim,
		),
	];
	const places =
		named.length === 0
			? ''
			: `; the words name clauses by number in ${named.length} place${named.length === 1 ? '' : 's'}, first “${named[0]?.[0]}”: see whether they are right`;
	decisions.add(
		`“${plain(heading.title)}” was number ${heading.number} and is number ${now[other]} here${places}.`,
	);
}
