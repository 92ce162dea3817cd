import type { Pairs } from '../pairing/rise.ts';
import { anchors } from './anchors.ts';
import { type Area, cameBroken, cameDown, numbered, opened, type Texts, ways } from './best-way.ts';
import type { Token } from './tokenise.ts';

/** Up to how many pairs of tokens are all looked at; longer texts are parted first. */
const table = 250_000;

/**
 * The tokens that two texts share, by their words: as many as can be, in as few stretches as can be.
 * The same pairs come out whichever text is named first.
 */
export function sharedTokens(old: readonly Token[], now: readonly Token[]): Pairs {
	if (comesFirst(now, old)) return sharedTokens(now, old).map(([row, column]) => [column, row]);
	const numbers = new Map<string, number>();
	const pairs: [number, number][] = [];
	const texts = { old: numbered(old, numbers), now: numbered(now, numbers), pairs };
	withoutEnds(texts, [0, 0, old.length, now.length]);
	return pairs;
}

/** Whether the one text stands before the other in an order of texts by their words. */
function comesFirst(one: readonly Token[], other: readonly Token[]): boolean {
	const at = one.findIndex(({ run }, index) => run.text !== other[index]?.run.text);
	return (one[at]?.run.text ?? '') < (other[at]?.run.text ?? '');
}

/** Two texts, and the pairs found so far, in order. */
interface Found extends Texts {
	readonly pairs: [number, number][];
}

/** Pairs what is the same at both ends, but for the sentences in which the texts part. */
function withoutEnds(texts: Found, area: Area): void {
	const [row, column, lastRow, lastColumn] = area;
	const { old, now, pairs } = texts;
	const [a, b, { tokens }] = [old.words, now.words, old];
	const shorter = Math.min(lastRow - row, lastColumn - column);
	let [head, tail] = [0, 0];
	while (head < shorter && a[row + head] === b[column + head]) head++;
	if (head < shorter) while (head > 0 && !tokens[row + head]?.opens) head--;
	const most = shorter - head;
	while (tail < most && a[lastRow - 1 - tail] === b[lastColumn - 1 - tail]) tail++;
	if (tail < most) while (tail > 0 && !tokens[lastRow - tail]?.opens) tail--;
	for (let at = 0; at < head; at++) pairs.push([row + at, column + at]);
	part(texts, [row + head, column + head, lastRow - tail, lastColumn - tail]);
	for (let at = tail; at > 0; at--) pairs.push([lastRow - at, lastColumn - at]);
}

function part(texts: Found, area: Area): void {
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
function halves(texts: Found, [row, column, lastRow, lastColumn]: Area): void {
	const [half, other] = [(row + lastRow) >> 1, (column + lastColumn) >> 1];
	part(texts, [row, column, half, other]);
	part(texts, [half, other, lastRow, lastColumn]);
}

/** The best pairs of a small area: the weight of all that is shared, less the cost of each break. */
function best(texts: Found, area: Area): void {
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
