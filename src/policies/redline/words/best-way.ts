import type { Token } from './tokenise.ts';

/** What it costs to break off what both texts have, in words: a lone short word between two changes is not worth it. */
const breakCost = 0.9;
/** A break where a sentence starts is the better one of two. */
const sentenceBreak = 0.1;

/** Two texts to be compared. */
export interface Texts {
	readonly old: readonly Token[];
	readonly now: readonly Token[];
	/** The words as numbers, the same for the same word. */
	readonly a: Int32Array;
	readonly b: Int32Array;
	/** What was found so far, in order. */
	readonly pairs: [number, number][];
}

/** From row and column, to row and column, ends not included. */
export type Area = readonly [number, number, number, number];

/** How the best way came to a place: to a shared token after a break; inside a break from above, and at its start. */
export const cameBroken = 1;
export const cameDown = 2;
export const opened = 4;

/** For each place in the area how the best way there came, ending with a shared token or inside a break. */
export function ways({ old, now, a, b }: Texts, [row, column, lastRow, lastColumn]: Area) {
	const [height, width] = [lastRow - row, lastColumn - column];
	const trace = new Uint8Array((height + 1) * (width + 1));
	const [weights, oldCosts] = [weightsOf(old, row, lastRow), costs(old, row, lastRow)];
	const nowCosts = costs(now, column, lastColumn);
	let [shared, above] = [new Float64Array(width + 1), new Float64Array(width + 1)];
	let [broken, brokenAbove] = [new Float64Array(width + 1), new Float64Array(width + 1)];
	for (let i = 0; i <= height; i++) {
		const word = i > 0 ? (a[row + i - 1] ?? -1) : -1;
		const [weight, cost, costAbove] = [weights[i - 1] ?? 0, oldCosts[i] ?? 0, oldCosts[i - 1] ?? 0];
		for (let j = 0; j <= width; j++) {
			let way = 0;
			let both = i + j === 0 ? 0 : -Infinity;
			if (i > 0 && j > 0 && word === b[column + j - 1]) {
				const [stay, resume] = [above[j - 1] ?? 0, brokenAbove[j - 1] ?? 0];
				both = (resume > stay ? resume : stay) + weight;
				if (resume > stay) way |= cameBroken;
			}
			let top = -Infinity;
			let from = 0;
			if (i > 0) {
				top = brokenAbove[j] ?? top;
				from = cameDown;
				const start = (above[j] ?? 0) - Math.min(costAbove, nowCosts[j] ?? 0);
				if (start > top) [top, from] = [start, cameDown | opened];
			}
			if (j > 0) {
				const go = broken[j - 1] ?? 0;
				if (go > top) [top, from] = [go, 0];
				const start = (shared[j - 1] ?? 0) - Math.min(cost, nowCosts[j - 1] ?? 0);
				if (start > top) [top, from] = [start, opened];
			}
			shared[j] = both;
			broken[j] = top;
			trace[i * (width + 1) + j] = way | from;
		}
		[shared, above] = [above, shared];
		[broken, brokenAbove] = [brokenAbove, broken];
	}
	return { trace, endsShared: (above[width] ?? 0) >= (brokenAbove[width] ?? 0) };
}

const weightsOf = (list: readonly Token[], from: number, to: number) =>
	Float64Array.from(list.slice(from, to), ({ weight }) => weight);

/** What it costs to break off before each token, and at the end. */
const costs = (list: readonly Token[], from: number, to: number) =>
	Float64Array.from(
		{ length: to - from + 1 },
		(_, at) => breakCost - (list[from + at]?.opens ? sentenceBreak : 0),
	);
