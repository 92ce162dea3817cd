/** What can be told alike: by its words without case, and by all that it says. */
export interface Alike {
	/** The same for equals only. */
	readonly key: string;
	readonly words: readonly string[];
	/** How often it has each word. */
	readonly bag: ReadonlyMap<string, number>;
	/** The worth of all its words. */
	readonly worth: number;
}

/** Short words say little about what a passage is about. */
const worthOf = (word: string) => (word.length > 3 || /\P{Ll}/u.test(word) ? 1 : 0.25);

/** Words as a bag, with its worth. */
export function bagOf(words: readonly string[]): Pick<Alike, 'words' | 'bag' | 'worth'> {
	const bag = new Map<string, number>();
	let worth = 0;
	for (const word of words) {
		bag.set(word, (bag.get(word) ?? 0) + 1);
		worth += worthOf(word);
	}
	return { words, bag, worth };
}

/** The worth of the words that two passages share. */
export function shared(a: Alike['bag'], b: Alike['bag']): number {
	if (a.size > b.size) return shared(b, a);
	let sum = 0;
	for (const [word, count] of a) sum += Math.min(count, b.get(word) ?? 0) * worthOf(word);
	return sum;
}

/** How alike two passages are, 0 to 1 (Dice). Two empty ones are the same. */
export function likeness(a: Alike, b: Alike): number {
	if (a.key === b.key) return 1;
	return likenessOf(a, b, shared(a.bag, b.bag));
}

/** The same for two that are not equal, from the worth of the words that they share. */
export function likenessOf(a: Alike, b: Alike, common: number): number {
	const all = a.worth + b.worth;
	return all === 0 ? 0 : (2 * common) / all;
}

/** The keys that either list has exactly once. */
export function onceInBoth(
	old: readonly Pick<Alike, 'key'>[],
	now: readonly Pick<Alike, 'key'>[],
): ReadonlySet<string> {
	const single = (list: readonly Pick<Alike, 'key'>[]) => {
		const counts = new Map<string, number>();
		for (const { key } of list) counts.set(key, (counts.get(key) ?? 0) + 1);
		return new Set([...counts].filter(([, count]) => count === 1).map(([key]) => key));
	};
	return single(old).intersection(single(now));
}
