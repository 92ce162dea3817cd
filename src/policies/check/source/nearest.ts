/** How many letters must be put in, taken out, changed or swapped with a neighbour to make one word of another. */
export function distance(a: string, b: string): number {
	let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			next.push(cost);
		}
		[before, row] = [row, next];
	}
	return row[b.length] ?? 0;
}

/** The word of a list that somebody most likely meant, or undefined where none is near. */
export function nearest(word: string, list: Iterable<string>): string | undefined {
	const small = word.toLowerCase();
	let best: string | undefined;
	let least = Math.max(1, Math.floor(small.length / 3)) + 0.5;
	for (const one of list) {
		const far = distance(small, one.toLowerCase());
		if (far < least) [best, least] = [one, far];
	}
	return best;
}
