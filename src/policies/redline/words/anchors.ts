import { longestRise, type Pairs } from '../pairing/rise.ts';
import type { Area, Texts } from './best-way.ts';

/** How many tokens in a row, found once in either text, part a long one. */
const anchorLength = 4;

/** The starts of stretches that either text has once, in order. */
export function anchors({ old, now }: Texts, [row, column, lastRow, lastColumn]: Area): Pairs {
	const [a, b] = [old.words, now.words];
	const [left, right] = [once(a, row, lastRow), once(b, column, lastColumn)];
	const same = (at: number, other: number) => {
		for (let step = 0; step < anchorLength; step++)
			if (a[at + step] !== b[other + step]) return false;
		return true;
	};
	const both = [...left].flatMap(([words, at]) => {
		const other = right.get(words) ?? -1;
		return at >= 0 && other >= 0 && same(at, other) ? [[at, other] as const] : [];
	});
	return longestRise(both.toSorted(([x], [y]) => x - y));
}

/** The stretches of a text by a hash of their words, with their place, or -1 where there are several of that hash. */
function once(words: Int32Array, from: number, to: number): Map<number, number> {
	const found = new Map<number, number>();
	for (let at = from; at + anchorLength <= to; at++) {
		let stretch = 0;
		for (let step = 0; step < anchorLength; step++)
			stretch = Math.imul(stretch, 0x01000193) ^ (words[at + step] ?? 0);
		found.set(stretch, found.has(stretch) ? -1 : at);
	}
	return found;
}
