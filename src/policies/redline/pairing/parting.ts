import { type Alike, shared } from './likeness.ts';
import type { Match, Pair } from './match.ts';
import type { Unit } from './units.ts';

interface Found {
	readonly old: readonly Unit[];
	readonly now: readonly Unit[];
	readonly pairs: readonly Pair[];
}

/** The share of a paragraph's words that its neighbour must have had to spare for it to be split off from there. */
const enough = 0.65;

/** Pairs with the neighbours that were split off from one of the two, or joined to it. */
export function parted({ old, now, pairs }: Found): Omit<Match, 'how' | 'goesUp'>[] {
	const free = new Set<Unit>([...old, ...now]);
	for (const unit of pairs.flat()) free.delete(unit);
	return pairs.map((main) => {
		const [was, is] = main;
		const plain = { old: [was], now: [is], main };
		if (was.isTable || is.isTable) return plain;
		const splitOff = neighbours(is, was, { all: now, free });
		if (splitOff.length > 1)
			return { ...plain, now: splitOff, main: [was, firstLike(is, splitOff)] };
		const joined = neighbours(was, is, { all: old, free });
		return { ...plain, old: joined, main: [firstLike(was, joined), is] };
	});
}

/** The first of several, if it could stand for the one that was found: a part goes on where the whole started. */
function firstLike(unit: Unit, list: readonly Unit[]): Unit {
	const [first = unit] = list;
	return first.shape === unit.shape && first.parent === unit.parent ? first : unit;
}

interface Around {
	readonly all: readonly Unit[];
	/** Units without a match; what is taken is taken out. */
	readonly free: Set<Unit>;
}

/** A unit with those right before and after it whose words the other one has and this one has not. */
function neighbours(unit: Unit, other: Unit, around: Around): Unit[] {
	const near = [around.all[unit.order - 1], around.all[unit.order + 1]];
	if (!near.some((next) => next && around.free.has(next))) return [unit];
	const rest = less(other.bag, unit.bag);
	const run = (step: 1 | -1): Unit[] => {
		const found: Unit[] = [];
		for (let at = unit.order + step; ; at += step) {
			const { [at]: next } = around.all;
			if (!next || next.clause !== unit.clause || !around.free.has(next)) break;
			if (next.isTable || next.worth === 0) break;
			if (shared(next.bag, rest.bag) < enough * next.worth) break;
			rest.bag = less(rest.bag, next.bag).bag;
			around.free.delete(next);
			found.push(next);
		}
		return found;
	};
	const after = run(1);
	return [...run(-1).toReversed(), unit, ...after];
}

function less(bag: Alike['bag'], other: Alike['bag']): { bag: Alike['bag'] } {
	const rest = new Map<string, number>();
	for (const [word, count] of bag) {
		const left = count - (other.get(word) ?? 0);
		if (left > 0) rest.set(word, left);
	}
	return { bag: rest };
}
