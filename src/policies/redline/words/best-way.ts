import type { Token } from './tokenise.ts';

/** What it costs to break off what both texts have, in tenths of a word: a lone short word between two changes is not worth it. */
const breakCost = 9;
/** A break where a sentence starts is the better one of two. */
const sentenceBreak = 1;

/** A text, and what of it is compared, in numbers. */
export interface Text {
	readonly tokens: readonly Token[];
	/** The same for the same word. */
	readonly words: Int32Array;
	readonly weights: Int32Array;
	/** What it costs to break off before each token, and at the end. */
	readonly costs: Int32Array;
}

/** Reads a text; `numbers` has those of the words that were met before. */
export function numbered(tokens: readonly Token[], numbers: Map<string, number>): Text {
	const words = new Int32Array(tokens.length);
	const weights = new Int32Array(tokens.length);
	const costs = new Int32Array(tokens.length + 1).fill(breakCost);
	tokens.forEach(({ run, weight, opens }, at) => {
		const number = numbers.get(run.text) ?? numbers.size;
		numbers.set(run.text, number);
		words[at] = number;
		weights[at] = weight;
		if (opens) costs[at] = breakCost - sentenceBreak;
	});
	return { tokens, words, weights, costs };
}

/** Two texts to be compared. */
export interface Texts {
	readonly old: Text;
	readonly now: Text;
}

/** From row and column, to row and column, ends not included. */
export type Area = readonly [number, number, number, number];

/** How the best way came to a place: to a shared token after a break; inside a break from above, and at its start. */
export const cameBroken = 1;
export const cameDown = 2;
export const opened = 4;

/** Less than any sum of weights and costs. */
const never = -1e9;

/** For each place in the area how the best way there came, ending with a shared token or inside a break. */
export function ways({ old, now }: Texts, [row, column, lastRow, lastColumn]: Area) {
	const [height, width] = [lastRow - row, lastColumn - column];
	const trace = new Uint8Array((height + 1) * (width + 1));
	const weights = old.weights.subarray(row, lastRow);
	const oldWords = old.words.subarray(row, lastRow);
	const oldCosts = old.costs.subarray(row, lastRow + 1);
	const words = now.words.subarray(column, lastColumn);
	const nowCosts = now.costs.subarray(column, lastColumn + 1);
	/** The best way to each column of the row above: to a shared token, and inside a break. */
	const [shared, broken] = [new Int32Array(width + 1), new Int32Array(width + 1)];
	for (let i = 0, place = 0; i <= height; i++) {
		const word = i > 0 ? oldWords[i - 1] : undefined;
		const weight = i > 0 ? (weights[i - 1] ?? 0) : 0;
		const cost = oldCosts[i] ?? 0;
		const costAbove = i > 0 ? (oldCosts[i - 1] ?? 0) : 0;
		/** The same for the column before, in the row above and in this one. */
		let [corner, cornerBroken, left, leftBroken, leftCost] = [never, never, never, never, 0];
		for (let j = 0; j <= width; j++) {
			const above = shared[j] ?? 0;
			const aboveBroken = broken[j] ?? 0;
			const nowCost = nowCosts[j] ?? 0;
			let both = i + j === 0 ? 0 : never;
			let way = 0;
			if (j > 0 && word === words[j - 1]) {
				both = Math.max(corner, cornerBroken) + weight;
				if (cornerBroken > corner) way = cameBroken;
			}
			let top = never;
			let from = 0;
			if (i > 0) {
				const start = above - Math.min(costAbove, nowCost);
				top = Math.max(aboveBroken, start);
				from = start > aboveBroken ? cameDown | opened : cameDown;
			}
			if (leftBroken > top) {
				top = leftBroken;
				from = 0;
			}
			const start = left - Math.min(cost, leftCost);
			if (start > top) {
				top = start;
				from = opened;
			}
			shared[j] = both;
			broken[j] = top;
			trace[place++] = way | from;
			corner = above;
			cornerBroken = aboveBroken;
			left = both;
			leftBroken = top;
			leftCost = nowCost;
		}
	}
	return { trace, endsShared: (shared[width] ?? 0) >= (broken[width] ?? 0) };
}
