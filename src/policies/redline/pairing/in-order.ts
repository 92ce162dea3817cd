import { candidates } from './candidates.ts';
import type { Alike } from './likeness.ts';
import type { Pairs } from './rise.ts';

/** How much it is worth to pair two things; 0 where they are strangers. */
export type Score<T> = (old: T, now: T) => number;

/** The pairs of two lists that are worth most together and stand in the same order in both. */
export function inOrder<T extends Alike>(
	old: readonly T[],
	now: readonly T[],
	score: Score<T>,
): Pairs {
	const { head, tail } = equalEnds(old, now);
	const [left, right] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
	const scored = candidates(left, right).flatMap(([row, column]) => {
		const [a, b] = [left[row], right[column]];
		const worth = a && b ? score(a, b) : 0;
		return worth > 0 ? [{ row, column, worth }] : [];
	});
	const middle = heaviestRise(scored, right.length);
	return [
		...Array.from({ length: head }, (_, at) => [at, at] as const),
		...middle.map(([row, column]) => [row + head, column + head] as const),
		...Array.from(
			{ length: tail },
			(_, at) => [old.length - tail + at, now.length - tail + at] as const,
		),
	];
}

function equalEnds(old: readonly Alike[], now: readonly Alike[]) {
	const shorter = Math.min(old.length, now.length);
	let [head, tail] = [0, 0];
	while (head < shorter && old[head]?.key === now[head]?.key) head++;
	while (tail < shorter - head && old.at(-1 - tail)?.key === now.at(-1 - tail)?.key) tail++;
	return { head, tail };
}

interface Scored {
	readonly row: number;
	readonly column: number;
	readonly worth: number;
}

/** The heaviest of the rows of pairs that rise on both sides: a Fenwick tree holds the best that ends up to a column. */
function heaviestRise(scored: readonly Scored[], width: number): Pairs {
	const order = scored.toSorted((a, b) => a.row - b.row || b.column - a.column);
	const best = new Int32Array(width + 1).fill(-1);
	const sums: number[] = [];
	const before: number[] = [];
	const sum = (index: number) => (index < 0 ? 0 : (sums[index] ?? 0));
	order.forEach(({ column, worth }, index) => {
		let last = -1;
		for (let at = column; at > 0; at -= at & -at)
			if (sum(best[at] ?? -1) > sum(last)) last = best[at] ?? -1;
		before[index] = last;
		sums[index] = sum(last) + worth;
		for (let at = column + 1; at <= width; at += at & -at)
			if (sum(best[at] ?? -1) < sum(index)) best[at] = index;
	});
	let last = -1;
	for (let at = width; at > 0; at -= at & -at)
		if (sum(best[at] ?? -1) > sum(last)) last = best[at] ?? -1;
	const row: (readonly [number, number])[] = [];
	for (let at = last; at >= 0; at = before[at] ?? -1) {
		const { [at]: pair } = order;
		if (pair) row.push([pair.row, pair.column]);
	}
	return row.toReversed();
}
