/** Places that belong together: index in the one list, index in the other, both ascending. */
export type Pairs = readonly (readonly [number, number])[];

/** How alike two things are: 0 for strangers, up to 1, and `equal` for equals. */
export type Likeness<T> = (a: T, b: T) => number;

/** Equals outweigh any pair of things that are merely alike. */
export const equal = 3;

/** Of two ways with the same sum, the one with more pairs. */
const perPair = 1e-6;

/**
 * Pairs the things of two lists that are alike, in order, so that the likeness of all pairs is
 * greatest; things of likeness 0 are never paired.
 */
export function align<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>): Pairs {
	const ends = commonEnds(before, after, likeness);
	const rows = before.slice(ends.head, before.length - ends.tail);
	const columns = after.slice(ends.head, after.length - ends.tail);
	const likenesses = rows.map((row) => columns.map((column) => likeness(row, column)));
	const middle = bestPath(likenesses, columns.length);
	const head = Array.from({ length: ends.head }, (_, index) => [index, index] as const);
	const tail = Array.from({ length: ends.tail }, (_, index) => {
		const fromEnd = ends.tail - index;
		return [before.length - fromEnd, after.length - fromEnd] as const;
	});
	return [...head, ...middle.map(([a, b]) => [a + ends.head, b + ends.head] as const), ...tail];
}

/** How many things are equal at the heads and at the tails of two lists. */
function commonEnds<T>(before: readonly T[], after: readonly T[], likeness: Likeness<T>) {
	const shorter = Math.min(before.length, after.length);
	const same = (row: number, column: number) => {
		const [a, b] = [before.at(row), after.at(column)];
		return a !== undefined && b !== undefined && likeness(a, b) === equal;
	};
	let head = 0;
	while (head < shorter && same(head, head)) head++;
	let tail = 0;
	while (tail < shorter - head && same(-1 - tail, -1 - tail)) tail++;
	return { head, tail };
}

/** The pairs of a table of likenesses whose sum is greatest, found from the end backwards. */
function bestPath(table: readonly (readonly number[])[], width: number): Pairs {
	const best = Array.from({ length: table.length + 1 }, () => new Float64Array(width + 1));
	const at = (row: number, column: number) => best[row]?.[column] ?? 0;
	const paired = (row: number, column: number) => {
		const likeness = table[row]?.[column] ?? 0;
		return likeness > 0 ? likeness + perPair + at(row + 1, column + 1) : 0;
	};
	for (let row = table.length - 1; row >= 0; row--)
		for (let column = width - 1; column >= 0; column--)
			best[row]?.set(
				[Math.max(paired(row, column), at(row + 1, column), at(row, column + 1))],
				column,
			);
	const pairs: [number, number][] = [];
	for (let row = 0, column = 0; row < table.length && column < width;) {
		if (at(row, column) === at(row + 1, column)) row++;
		else if (at(row, column) === at(row, column + 1)) column++;
		else pairs.push([row++, column++]);
	}
	return pairs;
}
