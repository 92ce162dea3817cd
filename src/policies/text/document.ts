/**
 * A stretch of text in one style. `\n` in the text is a line break, `\t` the border between two
 * cells of a table row; a link repeats its target on each of its runs.
 */
export interface Run {
	readonly text: string;
	readonly strong?: true;
	readonly em?: true;
	readonly href?: string;
}

/** A paragraph, an item of a list, the head of a table or one of its rows. */
export interface Block {
	readonly kind: 'paragraph' | 'bullet' | 'number' | 'head' | 'row';
	/** In how many lists it stands: 0 for running text, 1 for an item of an outer list. */
	readonly depth: number;
	readonly runs: readonly Run[];
	/** Ids of former clauses that were merged into this place. */
	readonly anchors: readonly string[];
}

/** What a heading opens: the smallest part of a policy that has an address of its own. */
export interface Clause {
	readonly id: string;
	/** 2 for a clause, 3 for a clause inside one. */
	readonly level: 2 | 3;
	readonly title: readonly Run[];
	readonly blocks: readonly Block[];
}

/** The words of one version, in order. Page, canonical text, redline and checks are all made from it. */
export type Document = readonly Clause[];

/** The words of runs, without style and targets. */
export const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

const sameStyle = (a: Run, b: Run) => a.strong === b.strong && a.em === b.em && a.href === b.href;

/** The same runs with neighbours of one style joined and empty ones left out. */
export function joined(runs: readonly Run[]): Run[] {
	const result: Run[] = [];
	for (const run of runs) {
		const last = result.at(-1);
		if (last && sameStyle(last, run)) result.splice(-1, 1, { ...last, text: last.text + run.text });
		else if (run.text) result.push(run);
	}
	return result;
}

/** The generated numbers of clauses in order: `1`, `2`, `2.1`. */
export function numbers(levels: readonly { readonly level: 2 | 3 }[]): string[] {
	let chapter = 0;
	let section = 0;
	return levels.map(({ level }) => {
		if (level === 3) return `${chapter}.${++section}`;
		section = 0;
		return String(++chapter);
	});
}
