import type { Marker } from './markers.ts';

/**
 * A stretch of text in one style. `\n` in the text is a line break, `\t` the border between two
 * cells of a table row; a link repeats its target on each of its runs.
 */
export interface Run {
	readonly text: string;
	readonly strong?: true;
	readonly em?: true;
	readonly strike?: true;
	readonly code?: true;
	/** The text is the sign of a footnote, whose block has it as its `label`. */
	readonly note?: true;
	readonly href?: string;
	/** What an abbreviation stands for. */
	readonly abbr?: string;
	/** The picture that the text describes. */
	readonly image?: Image;
}

/** A file of the site, named by its address and held to its bytes. */
export interface Image {
	readonly src: string;
	/** SHA-256, hexadecimal. */
	readonly sha256: string;
}

/** How a run looks and where it leads. */
export type Style = Omit<Run, 'text'>;

/**
 * What there is in a clause, and the list that it is an item of. What has an entry here opens something
 * that others stand in: an item, a quotation or a footnote holds the blocks that follow it with at
 * least its depth, up to the next of its depth that opens.
 */
const groups = {
	paragraph: undefined,
	rule: undefined,
	head: undefined,
	row: undefined,
	bullet: 'ul',
	number: 'ol',
	term: 'dl',
	definition: 'dl',
	quote: 'blockquote',
	note: 'note',
} as const;

export type Kind = keyof typeof groups;

/** What a block of this kind is part of with its like, as HTML names lists; undefined for what stands by itself. */
export const groupOf = (kind: Kind) => groups[kind];

/** Whether blocks of this kind hold what follows them. */
export const opens = (kind: Kind): boolean => groups[kind] !== undefined;

type Align = 'left' | 'right' | 'center' | null;

/** A paragraph, a rule between two, a row of a table, or what opens an item, a quotation, a definition or a footnote. */
export interface Block {
	readonly kind: Kind;
	/** In how many lists, quotations and footnotes it stands, with the one it opens: 0 for running text. */
	readonly depth: number;
	/** None for a rule, and for an item or quotation that starts with a list or a table. */
	readonly runs: readonly Run[];
	/** Ids of former clauses that were merged into this place. */
	readonly anchors: readonly string[];
	/** What an item of a numbered list is printed with. */
	readonly marker?: Marker;
	/** The sign of a footnote: letters, digits, hyphens and `*†‡§`. */
	readonly label?: string;
	/** How the columns of a table are set, on its head; left out where none says so. */
	readonly align?: readonly Align[];
}

/** 2 for a clause, 3 for a clause inside one, 4 for one inside that. */
export type Level = 2 | 3 | 4;

/** What a heading opens: the smallest part of a policy that has an address of its own. */
export interface Clause {
	readonly id: string;
	readonly level: Level;
	readonly title: readonly Run[];
	readonly blocks: readonly Block[];
}

/** The words of one version, in order. Page, canonical text, redline and checks are all made from it. */
export type Document = readonly Clause[];

/** The words of runs, without style and targets. */
export const plain = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** What makes two runs look alike and lead to the same place. */
export const styleKey = ({ strong, em, strike, code, note, href, abbr, image }: Style): string =>
	strong || em || strike || code || note || href !== undefined || abbr !== undefined || image
		? JSON.stringify([strong, em, strike, code, note, href, abbr, image?.src, image?.sha256])
		: '';

/** The same runs with neighbours of one style joined and empty ones left out. */
export function joined(runs: readonly Run[]): Run[] {
	const result: { -readonly [key in keyof Run]: Run[key] }[] = [];
	let style = '';
	for (const run of runs) {
		if (!run.text && !run.image) continue;
		const last = result.at(-1);
		const own = styleKey(run);
		if (last && !run.image && style === own) last.text += run.text;
		else result.push({ ...run });
		style = own;
	}
	return result;
}

/** The generated numbers of clauses in order: `1`, `2`, `2.1`, `2.1.1`. */
export function numbers(levels: readonly { readonly level: Level }[]): string[] {
	const counts: number[] = [];
	return levels.map(({ level }) => {
		counts.length = level - 1;
		counts[level - 2] = (counts[level - 2] ?? 0) + 1;
		return Array.from(counts, (count = 0) => count).join('.');
	});
}
