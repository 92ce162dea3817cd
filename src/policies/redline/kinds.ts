import type { Block, Kind } from '../text/document.ts';

/** What blocks of each kind are called, one and several, and how a text says that it was one. */
const nouns: Record<Kind, readonly [one: string, many: string, was: string, were: string]> = {
	paragraph: ['paragraph', 'paragraphs', 'a paragraph', 'paragraphs'],
	bullet: ['list item', 'list items', 'a bullet point', 'bullet points'],
	number: ['list item', 'list items', 'a numbered point', 'numbered points'],
	head: ['table row', 'table rows', 'the head of a table', 'heads of tables'],
	row: ['table row', 'table rows', 'a row of a table', 'rows of a table'],
	rule: ['line', 'lines', 'a line', 'lines'],
	term: ['term', 'terms', 'a term', 'terms'],
	definition: ['definition', 'definitions', 'a definition', 'definitions'],
	quote: ['quotation', 'quotations', 'a quotation', 'quotations'],
	note: ['footnote', 'footnotes', 'a footnote', 'footnotes'],
};

/** Blocks of a kind by their number: `1 paragraph`, `2 list items`. */
export function counted(kind: Kind, count: number): string {
	const [one, many] = nouns[kind];
	return `${count} ${count === 1 ? one : many}`;
}

/** Blocks of one kind have one noun; kinds that share it are counted together. */
export const nounOf = (kind: Kind): string => nouns[kind][0];

/** What a block was before it took another shape, said of one and of several. */
export function formerly(was: Block, is: Block): Formerly {
	const [, , one, many] = nouns[was.kind];
	if (was.kind !== is.kind) return { one, many };
	const other = was.label === is.label ? 'set in at another level' : `footnote ${was.label}`;
	return { one: other, many: other };
}

export interface Formerly {
	readonly one: string;
	readonly many: string;
}
