/** Places that belong together: index in the one list, index in the other. */
export type Pairs = readonly (readonly [number, number])[];

/** The longest row of pairs whose second places rise; the first ones do already. */
export function longestRise(pairs: Pairs): Pairs {
	const ends: number[] = [];
	const before: number[] = [];
	pairs.forEach(([, place], index) => {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
			else high = middle;
		}
		before[index] = ends[low - 1] ?? -1;
		ends[low] = index;
	});
	const row: (readonly [number, number])[] = [];
	for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
		const { [at]: pair } = pairs;
		if (pair) row.push(pair);
	}
	return row.toReversed();
}
