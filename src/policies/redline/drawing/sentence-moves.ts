import { joined } from '../../text/document.ts';
import type { Edit, Elsewhere } from '../edits.ts';
import { candidates } from '../pairing/candidates.ts';
import { type Alike, bagOf, likeness } from '../pairing/likeness.ts';
import { keyOf } from '../pairing/units.ts';
import { vocabulary } from '../words/tokenise.ts';
import { wordEdits } from '../words/word-edits.ts';
import { here } from './build.ts';
import type { Where } from './drawn.ts';
import type { Stray, Strays } from './stray.ts';
import { inPlace, woven } from './sentences-in-place.ts';

/** Fewer words than this may be in two places by chance. */
const telling = 5;
/** How alike a sentence is to what it was elsewhere in its clause, and in another. */
const alikeEnough = { here: 0.6, there: 0.75 };
/** What its own clause has goes before what is more alike by so much in another. */
const nearer = 0.2;

/** Which added sentence a removed one became, by place; the most alike come first. */
function pairs(removed: readonly Stray[], added: readonly Stray[]): Map<number, number> {
	const [gone, come] = [longEnough(removed), longEnough(added)];
	const scored = candidates(gone, come).flatMap(([row, column]) => {
		const [a, b] = [gone[row], come[column]];
		if (!a || !b) return [];
		const [alike, isHere] = [likeness(a, b), a.clause === b.clause];
		if (alike < (isHere ? alikeEnough.here : alikeEnough.there)) return [];
		return [{ from: a.at, to: b.at, score: alike + (isHere ? nearer : 0) }];
	});
	const found = new Map<number, number>();
	const taken = new Set<number>();
	for (const { from, to } of scored.toSorted((a, b) => b.score - a.score)) {
		if (found.has(from) || taken.has(to)) continue;
		found.set(from, to);
		taken.add(to);
	}
	return found;
}

/** Those that may be told again, with their places. */
const longEnough = (list: readonly Stray[]) =>
	list.flatMap(({ runs, clause }, at): (Alike & { readonly at: number; clause: string })[] => {
		const words = vocabulary(runs);
		return words.length < telling ? [] : [{ at, clause, key: keyOf(runs).trim(), ...bagOf(words) }];
	});

const inverse = (map: ReadonlyMap<number, number>) =>
	new Map([...map].map(([from, to]) => [to, from] as const).toSorted(([a], [b]) => a - b));

/**
 * What stands in place of each edit that a moved sentence is part of. `turned` says that the new version came
 * first when the two were compared.
 */
export function movesInstead(found: Strays, where: Where, turned: boolean): Map<Edit, Edit[]> {
	const { removed, added } = found;
	const moves = turned ? inverse(pairs(added, removed)) : pairs(removed, added);
	return moves.size === 0 ? new Map() : replacements(found, moves, where);
}

function replacements(found: Strays, pairs: ReadonlyMap<number, number>, where: Where) {
	const still = inPlace(found, pairs);
	const moves = new Map([...pairs].filter(([at]) => !still.has(found.removed[at])));
	const drawn = drawings(found, moves, where);
	const instead = new Map<Edit, Edit[]>();
	const added = Map.groupBy(found.added, ({ edit }) => edit);
	for (const [edit, own] of added) instead.set(edit, own.flatMap(drawn));
	for (const [edit, own] of Map.groupBy(found.removed, (stray) => stray.edit)) {
		const replacedBy = own.some((stray) => still.has(stray)) ? own[0]?.replacedBy : undefined;
		const now = (replacedBy && added.get(replacedBy)) ?? [];
		if (replacedBy) instead.set(replacedBy, []);
		instead.set(edit, replacedBy ? woven(own, now, still, drawn) : own.flatMap(drawn));
	}
	return instead;
}

/** What is drawn for a sentence: what only one version has, or what stands elsewhere. Several that moved together are drawn at the first. */
function drawings(
	{ removed, added }: Strays,
	moves: ReadonlyMap<number, number>,
	where: Where,
): (stray: Stray) => readonly Edit[] {
	const drawn = new Map<Stray, readonly Edit[]>();
	for (const move of groups(removed, added, moves)) {
		const { from, to } = ways(move, where);
		for (const stray of [...move.from, ...move.to]) drawn.set(stray, []);
		const [was, is] = [move.from[0], move.to[0]];
		if (was) drawn.set(was, [{ op: 'left', runs: words(move.from), to }]);
		if (is) drawn.set(is, here(wordEdits(words(move.from), words(move.to)), from));
	}
	const removals = new Set(removed);
	return (stray) =>
		drawn.get(stray) ?? [{ op: removals.has(stray) ? 'removed' : 'added', runs: stray.runs }];
}

/** Sentences that moved from one edit to another, in the same order. */
interface Move {
	readonly from: Stray[];
	readonly to: Stray[];
}

const words = (list: readonly Stray[]) => joined(list.flatMap(({ runs }) => runs));

function groups(
	removed: readonly Stray[],
	added: readonly Stray[],
	moves: ReadonlyMap<number, number>,
): Move[] {
	const found: Move[] = [];
	removed.forEach((stray, at) => {
		const target = moves.get(at) ?? -1;
		const { [target]: partner } = added;
		if (!partner) return;
		const last = found.at(-1);
		const follows = last?.from.at(-1) === removed[at - 1] && last?.to.at(-1) === added[target - 1];
		if (last && follows && last.from[0]?.edit === stray.edit && last.to[0]?.edit === partner.edit) {
			last.from.push(stray);
			last.to.push(partner);
		} else found.push({ from: [stray], to: [partner] });
	});
	return found;
}

function ways({ from: [was], to: [is] }: Move, where: Where): Record<'from' | 'to', Elsewhere> {
	if (!was || !is) throw new RangeError('A move has sentences');
	const [from, to] = [where.was(was.unit), where.is(is.unit)];
	const way = from.id !== to.id ? 'clause' : isBefore(was.place, is.place) ? 'down' : 'up';
	return { from: { ...from, way }, to: { ...to, way } };
}

const isBefore = ([unit, edit]: Stray['place'], [otherUnit, otherEdit]: Stray['place']): boolean =>
	unit === otherUnit ? edit < otherEdit : unit < otherUnit;
