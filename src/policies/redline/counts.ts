import { plain, type Run } from '../text/document.ts';
import type { ClauseChange, Redline } from './changes.ts';
import type { Edit } from './edits.ts';

/** How many words only the new version has, and only the old one. What moved counts where it changed. */
export interface WordCounts {
	readonly added: number;
	readonly removed: number;
}

/** How many clauses met which change, and how many words. */
export interface ChangeCounts {
	readonly added: number;
	readonly removed: number;
	readonly changed: number;
	readonly moved: number;
	readonly renamed: number;
	readonly words: WordCounts;
}

/** Counts what became of the clauses and of the words in them. */
export function countChanges(redline: Redline): ChangeCounts {
	const count = (holds: (change: ClauseChange) => boolean) => redline.filter(holds).length;
	const words = redline.map(countWords);
	return {
		added: count(({ op }) => op === 'added'),
		removed: count(({ op }) => op === 'removed'),
		changed: count(({ op }) => op === 'changed'),
		moved: count(({ moved, relevelled }) => moved || relevelled),
		renamed: count(({ renamed }) => renamed),
		words: { added: sum(words, 'added'), removed: sum(words, 'removed') },
	};
}

const sum = (counts: readonly WordCounts[], op: keyof WordCounts) =>
	counts.reduce((total, { [op]: one }) => total + one, 0);

/** All edits of a clause, each cell of a table on its own, its title first. */
export const passages = ({ title, blocks }: ClauseChange): (readonly Edit[])[] => [
	title,
	...blocks.flatMap(({ cells }) => cells.map(({ edits }) => edits)),
];

/** The words of a clause that only one version has. */
export const countWords = (change: ClauseChange): WordCounts => countIn(passages(change).flat());

/** The words of edits that only one version has. */
export function countIn(all: readonly Edit[]): WordCounts {
	const edits = flat(all);
	const count = (op: keyof WordCounts) =>
		edits.reduce((total, edit) => total + (edit.op === op ? wordsIn(edit.runs) : 0), 0);
	return { added: count('added'), removed: count('removed') };
}

/** Edits with those inside moved passages in their place. */
export const flat = (edits: readonly Edit[]): Exclude<Edit, { op: 'moved' }>[] =>
	edits.flatMap((edit) => (edit.op === 'moved' ? flat(edit.edits) : [edit]));

const wordsIn = (runs: readonly Run[]): number =>
	plain(runs)
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Whether words stayed and only lead somewhere else. */
export const isOtherLink = (edit: Edit): boolean =>
	edit.op === 'restyled' && edit.was[0]?.href !== edit.runs[0]?.href;
