import type { Alike } from './likeness.ts';
import type { Pairs } from './rise.ts';

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
	const sharing = sharers(now.map(features));
	return old.flatMap((thing, row) =>
		sharing(features(thing)).map((column) => [row, column] as const),
	);
}

/**
 * Tells, for the features of a thing, which of a list share most of them. Those of the list that have a feature
 * are chained, the first one first; `posts` has the head of each chain.
 */
function sharers(list: readonly Int32Array[]): (features: Int32Array) => number[] {
	const size = list.reduce((sum, own) => sum + own.length, 0);
	const posts = new Map<number, number>();
	const [columns, next, lengths] = [
		new Int32Array(size),
		new Int32Array(size),
		new Uint8Array(size),
	];
	let post = 0;
	for (let column = list.length - 1; column >= 0; column--)
		for (const feature of list[column] ?? []) {
			const head = posts.get(feature) ?? -1;
			columns[post] = column;
			next[post] = head;
			lengths[post] = Math.min(common, lengths[head] ?? 0) + 1;
			posts.set(feature, post++);
		}
	const hits = new Uint16Array(list.length);
	return (own) => {
		const hit: number[] = [];
		for (const feature of own) {
			const head = posts.get(feature) ?? -1;
			if ((lengths[head] ?? 0) > common) continue;
			for (let at = head; at >= 0; at = next[at] ?? -1) {
				const column = columns[at] ?? 0;
				if (hits[column] === 0) hit.push(column);
				hits[column] = (hits[column] ?? 0) + 1;
			}
		}
		const best = most(hit, hits);
		for (const column of hit) hits[column] = 0;
		return best;
	};
}

/** Those with the most hits. */
function most(hit: readonly number[], hits: Uint16Array): number[] {
	const best: number[] = [];
	const count = (column: number | undefined) => hits[column ?? -1] ?? 0;
	for (const column of hit) {
		if (best.length === nearest && count(column) <= count(best.at(-1))) continue;
		const at = best.findIndex((other) => count(column) > count(other));
		best.splice(at === -1 ? best.length : at, 0, column);
		if (best.length > nearest) best.pop();
	}
	return best;
}

/** Its words, its pairs of words, and all that it says, as numbers. Two of one number only make a pair be looked at in vain. */
function features({ key, words, bag }: Alike): Int32Array {
	const found = new Int32Array(bag.size + Math.max(1, words.length));
	let [size, last] = [0, 0];
	found[size++] = hash(key);
	for (const word of bag.keys()) found[size++] = hash(word);
	words.forEach((word, at) => {
		const own = hash(word);
		if (at > 0) found[size++] = Math.imul(last, 31) ^ own;
		last = own;
	});
	return found;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
	let sum = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
	return sum;
}
