import type { Pairs } from './rise.ts';

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
	const all = a.worth + b.worth;
	return all === 0 ? 0 : (2 * shared(a.bag, b.bag)) / all;
}

/** Up to how many pairs are all looked at. */
const few = 4096;
/** How often a word or pair of words may occur and still point to something. */
const common = 12;
/** How many of those that share most are looked at. */
const nearest = 5;

/** Which things of two lists may be alike: all pairs of short lists, those with rare words in common of long ones. */
export function candidates<T extends Alike>(old: readonly T[], now: readonly T[]): Pairs {
	if (old.length * now.length <= few)
		return old.flatMap((_, row) => now.map((__, column) => [row, column] as const));
	const posts = new Map<string, number[]>();
	now.forEach((thing, column) => {
		for (const feature of features(thing)) {
			const list = posts.get(feature);
			if (!list) posts.set(feature, [column]);
			else if (list.length <= common) list.push(column);
		}
	});
	return old.flatMap((thing, row) => {
		const hits = new Map<number, number>();
		for (const feature of features(thing)) {
			const list = posts.get(feature);
			if (list && list.length <= common)
				for (const column of list) hits.set(column, (hits.get(column) ?? 0) + 1);
		}
		return most(hits).map((column) => [row, column] as const);
	});
}

/** Those with the most hits. */
function most(hits: ReadonlyMap<number, number>): number[] {
	const best: (readonly [column: number, count: number])[] = [];
	for (const [column, count] of hits) {
		if (best.length === nearest && count <= (best.at(-1)?.[1] ?? 0)) continue;
		const at = best.findIndex(([, other]) => count > other);
		best.splice(at === -1 ? best.length : at, 0, [column, count]);
		if (best.length > nearest) best.pop();
	}
	return best.map(([column]) => column);
}

/** Its words, its pairs of words, and all that it says. */
function features({ key, words, bag }: Alike): string[] {
	const found = [`=${key}`, ...bag.keys()];
	for (let at = 1; at < words.length; at++) found.push(`${words[at - 1]} ${words[at]}`);
	return found;
}

/** The keys that either list has exactly once. */
export function onceInBoth(old: readonly Alike[], now: readonly Alike[]): ReadonlySet<string> {
	const single = (list: readonly Alike[]) => {
		const counts = new Map<string, number>();
		for (const { key } of list) counts.set(key, (counts.get(key) ?? 0) + 1);
		return new Set([...counts].filter(([, count]) => count === 1).map(([key]) => key));
	};
	return single(old).intersection(single(now));
}
