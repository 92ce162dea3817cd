import { longestRise, type Pairs } from '../pairing/rise.ts';
import { type Area, cameBroken, cameDown, opened, type Texts, ways } from './best-way.ts';
import type { Token } from './tokenise.ts';

/** Up to how many pairs of tokens are all looked at; longer texts are parted first. */
const table = 250_000;
/** How many tokens in a row, found once in either text, part a long one. */
const anchorLength = 4;

/**
 * The tokens that two texts share, by their words: as many as can be, in as few stretches as can be.
 * The same pairs come out whichever text is named first.
 */
export function sharedTokens(old: readonly Token[], now: readonly Token[]): Pairs {
	const text = (list: readonly Token[]) => list.map(({ run }) => run.text).join(' ');
	if (text(old) > text(now)) return sharedTokens(now, old).map(([row, column]) => [column, row]);
	const numbers = new Map<string, number>();
	const numbered = (list: readonly Token[]) =>
		Int32Array.from(list, ({ run }) => {
			const number = numbers.get(run.text) ?? numbers.size;
			numbers.set(run.text, number);
			return number;
		});
	const texts = { old, now, a: numbered(old), b: numbered(now), pairs: [] };
	withoutEnds(texts, [0, 0, old.length, now.length]);
	return texts.pairs;
}

/** Pairs what is the same at both ends, but for the sentences in which the texts part. */
function withoutEnds(texts: Texts, area: Area): void {
	const [row, column, lastRow, lastColumn] = area;
	const { old, a, b, pairs } = texts;
	const shorter = Math.min(lastRow - row, lastColumn - column);
	let [head, tail] = [0, 0];
	while (head < shorter && a[row + head] === b[column + head]) head++;
	if (head < shorter) while (head > 0 && !old[row + head]?.opens) head--;
	const most = shorter - head;
	while (tail < most && a[lastRow - 1 - tail] === b[lastColumn - 1 - tail]) tail++;
	if (tail < most) while (tail > 0 && !old[lastRow - tail]?.opens) tail--;
	for (let at = 0; at < head; at++) pairs.push([row + at, column + at]);
	part(texts, [row + head, column + head, lastRow - tail, lastColumn - tail]);
	for (let at = tail; at > 0; at--) pairs.push([lastRow - at, lastColumn - at]);
}

function part(texts: Texts, area: Area): void {
	const [row, column, lastRow, lastColumn] = area;
	if (row >= lastRow || column >= lastColumn) return;
	if ((lastRow - row) * (lastColumn - column) <= table) {
		best(texts, area);
		return;
	}
	const found = anchors(texts, area);
	if (found.length === 0) {
		halves(texts, area);
		return;
	}
	let [fromRow, fromColumn] = [row, column];
	for (const [nextRow, nextColumn] of found) {
		part(texts, [fromRow, fromColumn, nextRow, nextColumn]);
		texts.pairs.push([nextRow, nextColumn]);
		[fromRow, fromColumn] = [nextRow + 1, nextColumn + 1];
	}
	part(texts, [fromRow, fromColumn, lastRow, lastColumn]);
}

/** Where nothing parts two long texts, they are cut in the middle. */
function halves(texts: Texts, [row, column, lastRow, lastColumn]: Area): void {
	const [half, other] = [(row + lastRow) >> 1, (column + lastColumn) >> 1];
	part(texts, [row, column, half, other]);
	part(texts, [half, other, lastRow, lastColumn]);
}

/** The starts of stretches that either text has once, in order. */
function anchors({ a, b }: Texts, [row, column, lastRow, lastColumn]: Area): Pairs {
	const [left, right] = [once(a, row, lastRow), once(b, column, lastColumn)];
	const both = [...left].flatMap(([words, at]) => {
		const other = right.get(words);
		return other === undefined || other < 0 || at < 0 ? [] : [[at, other] as const];
	});
	return longestRise(both.toSorted(([x], [y]) => x - y));
}

/** The stretches of a text by their words, with their place, or -1 where there are several. */
function once(words: Int32Array, from: number, to: number): Map<string, number> {
	const found = new Map<string, number>();
	for (let at = from; at + anchorLength <= to; at++) {
		const stretch = words.subarray(at, at + anchorLength).join(' ');
		found.set(stretch, found.has(stretch) ? -1 : at);
	}
	return found;
}

/** The best pairs of a small area: the weight of all that is shared, less the cost of each break. */
function best(texts: Texts, area: Area): void {
	const [row, column, lastRow, lastColumn] = area;
	const [height, width] = [lastRow - row, lastColumn - column];
	const { trace, endsShared } = ways(texts, area);
	const found: [number, number][] = [];
	for (let i = height, j = width, kept = endsShared; i > 0 || j > 0;) {
		const way = trace[i * (width + 1) + j] ?? 0;
		if (kept) {
			found.push([row + --i, column + --j]);
			kept = (way & cameBroken) === 0;
		} else {
			if (way & cameDown) i--;
			else j--;
			kept = (way & opened) !== 0;
		}
	}
	for (let at = found.length - 1; at >= 0; at--) {
		const { [at]: pair } = found;
		if (pair) texts.pairs.push(pair);
	}
}
