import { candidates } from './candidates.ts';
import { likeness } from './likeness.ts';
import type { Pair } from './match.ts';
import type { Unit } from './units.ts';

interface Found {
	readonly old: readonly Unit[];
	readonly now: readonly Unit[];
	readonly pairs: readonly Pair[];
	/** The ids of the clauses of either version, by place. */
	readonly idOf: { readonly old: readonly string[]; readonly now: readonly string[] };
}

/** What moved may have changed on the way, but not more than this. */
const alikeEnough = 0.6;
/** Fewer words than this say nothing about where they come from, beyond their clause. */
const telling = 4;

/** Further pairs among units that have none yet: those that stand elsewhere now. The most alike come first. */
export function relocated({ old, now, pairs, idOf }: Found): Pair[] {
	const taken = new Set(pairs.flat());
	const [left, come] = [old, now].map((list) => list.filter((unit) => !taken.has(unit)));
	if (!left || !come) return [];
	const scored = candidates(left, come).flatMap(([row, column]) => {
		const [was, is] = [left[row], come[column]];
		if (!was || !is || was.isTable !== is.isTable) return [];
		const sameClause = idOf.old[was.clause] === idOf.now[is.clause];
		const score = elsewhere(was, is, sameClause);
		return score > 0 ? [{ pair: [was, is] as const, score }] : [];
	});
	const best = scored.toSorted(
		({ score: a, pair: [u, v] }, { score: b, pair: [x, y] }) =>
			b - a || u.order + v.order - x.order - y.order || u.order - x.order,
	);
	return best.flatMap(({ pair }) => {
		if (taken.has(pair[0]) || taken.has(pair[1])) return [];
		taken.add(pair[0]).add(pair[1]);
		return [pair];
	});
}

/** How sure it is that a unit moved: 0 for strangers, more for much that is alike, and for the same clause. */
function elsewhere(was: Unit, is: Unit, sameClause: boolean): number {
	const words = Math.min(was.words.length, is.words.length);
	if (words < (sameClause ? 1 : telling)) return 0;
	const alike = likeness(was, is);
	if (alike < alikeEnough) return 0;
	return alike + (sameClause ? 1 : 0) + words / 10_000;
}
