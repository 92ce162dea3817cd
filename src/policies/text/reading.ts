import type { MdastNode } from 'satteri';
import type { Image } from './document.ts';

/**
 * The name of the message for a piece of Markdown that a policy does not take. `checked` is what the check finds by itself
 * and says with more knowledge.
 */
export type MarkupId =
	| 'anchor-alone'
	| 'checked'
	| 'code'
	| 'heading-inside'
	| 'html'
	| 'link-title'
	| 'list-box'
	| 'list-order'
	| 'markup-other'
	| 'name-twice'
	| 'name-unused'
	| 'note-unwritten'
	| 'text-first';

/** Tells the editor what stands at a node, or at an offset of the file, and cannot stay there. */
export type Report = (at: MdastNode | number, id: MarkupId, message: string) => void;

/** What reading a part of a file needs to know of the whole. */
export interface Reading {
	readonly source: string;
	readonly report: Report;
	/** Targets of `[words][name]`, by name. */
	readonly targets: ReadonlyMap<string, string>;
	/** What abbreviations stand for. */
	readonly abbreviations: ReadonlyMap<string, { readonly meaning: string }>;
	/** The signs of the footnotes that are defined. */
	readonly notes: ReadonlySet<string>;
	/** Names of targets, footnotes and abbreviations that were met in the text so far. */
	readonly used: Set<string>;
	/** Where the lines start whose HTML was reported. */
	readonly tagged: Set<number>;
	/** The picture at an address of the site, or undefined where there is none. */
	readonly image: (src: string) => Image | undefined;
}

/** What a node is in the file. */
export const written = ({ position }: MdastNode, source: string): string =>
	position ? source.slice(position.start.offset, position.end.offset) : '';

/** The line of the file that holds `offset`, and where it starts. */
export function lineAround(source: string, offset: number): { start: number; text: string } {
	const start = source.lastIndexOf('\n', offset - 1) + 1;
	const end = source.indexOf('\n', offset);
	return { start, text: source.slice(start, end === -1 ? undefined : end) };
}
