import { plain } from '../text/document.ts';
import type { ClauseChange, Redline } from './changes.ts';
import { passages } from './counts.ts';

/** A removed clause, and the clauses that say now what it said. */
export interface Successors {
	readonly id: string;
	/** Their ids, those with the most of its words first. */
	readonly see: readonly string[];
}

/** Fewer words than this are no reason to lead readers somewhere. */
const telling = 4;

/** For each clause that was merged into others or split into new ones: where its words went. Nothing for one whose words are gone. */
export const successors = (redline: Redline): Successors[] =>
	redline.flatMap((change) => {
		if (change.op !== 'removed') return [];
		const see = heirs(change);
		return see.length > 0 ? [{ id: change.id, see }] : [];
	});

function heirs(change: ClauseChange): string[] {
	const counts = new Map<string, number>();
	for (const edit of passages(change).flat()) {
		if (edit.op !== 'left') continue;
		const words = plain(edit.runs).split(/\s+/).length;
		counts.set(edit.to.id, (counts.get(edit.to.id) ?? 0) + words);
	}
	return [...counts]
		.filter(([, words]) => words >= telling)
		.toSorted(([, a], [, b]) => b - a)
		.map(([id]) => id);
}
