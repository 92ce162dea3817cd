import type { Document } from '../../text/document.ts';
import { inOrder } from './in-order.ts';
import { bagOf, likenessOf, onceInBoth, shared } from './likeness.ts';
import type { Match, Pair } from './match.ts';
import { parted } from './parting.ts';
import { relocated } from './relocation.ts';
import { type Unit, units, unitsIn } from './units.ts';

/** The units of two versions, and which belong together. */
export interface Matching {
	readonly old: readonly Unit[];
	readonly now: readonly Unit[];
	readonly matches: readonly Match[];
	/** Whether the new version came first when they were compared, so that either order gives the same. */
	readonly turned: boolean;
}

/** Two passages of one clause with less in common than this are strangers. */
const related = 0.3;
/** The same for a paragraph and an item, or for what is set in at another depth. */
const reshaped = 0.6;
/** What has this share of its words in another passage may be a part of it. */
const contained = 0.85;

/** Finds what belongs together. Named the other way round, the versions give the same matches the other way round. */
export function matching(before: Document, after: Document): Matching {
	const now = units(after);
	const old = before === after ? unitsIn(before) : units(before);
	const turned = keyOf(old) > keyOf(now);
	const ids = (document: Document) => document.map(({ id }) => id);
	const matches = turned
		? between({ old: now, now: old }, [ids(after), ids(before)]).map(mirrored)
		: between({ old, now }, [ids(before), ids(after)]);
	return { old, now, matches, turned };
}

const keyOf = (list: readonly Unit[]) => list.map(({ key }) => key).join('\n');

const mirrored = ({ old, now, main: [was, is], how, goesUp }: Match): Match => ({
	old: now,
	now: old,
	main: [is, was],
	how,
	goesUp: !goesUp,
});

type Both = Pick<Matching, 'old' | 'now'>;

function between({ old, now }: Both, [oldIds, nowIds]: [string[], string[]]): Match[] {
	const inClause = Map.groupBy(now, ({ clause }) => nowIds[clause] ?? '');
	const pairs = [...Map.groupBy(old, ({ clause }) => oldIds[clause] ?? '')].flatMap(
		([id, own]): Pair[] => pairsInOrder(own, inClause.get(id) ?? []),
	);
	const idOf = { old: oldIds, now: nowIds };
	const all = [...pairs, ...relocated({ old, now, pairs, idOf })];
	const matches = parted({ old, now, pairs: all }).filter((match) => alikeEnough(match));
	const inOrder = new Set(pairs.map(([was]) => was));
	const stayed = matches.filter((match) => match.old.some((unit) => inOrder.has(unit)));
	const inPlace = placed(stayed.map(({ main }) => main));
	const stays = new Set(stayed);
	return matches.map((match) => {
		const [was, is] = match.main;
		if (stays.has(match))
			return { ...match, how: inPlace.has(was) ? 'in place' : 'reshaped', goesUp: false };
		return { ...match, how: 'moved', goesUp: passes(pairs, was, is) };
	});
}

function pairsInOrder(old: readonly Unit[], now: readonly Unit[]): Pair[] {
	const sure = onceInBoth(old, now);
	return inOrder(old, now, (was, is) => worth(was, is, sure)).flatMap(([row, column]) => {
		const [was, is] = [old[row], now[column]];
		return was && is ? [[was, is] as const] : [];
	});
}

/**
 * What two units of one clause have in common, in words; equals a little more than what is merely alike.
 * What has its only equal elsewhere in the clause belongs to that.
 */
function worth(a: Unit, b: Unit, sure: ReadonlySet<string>): number {
	if (a.isTable !== b.isTable) return 0;
	const sameShape = a.shape === b.shape;
	if (a.key === b.key) return a.worth + (sameShape ? 1 : 0.5);
	if (sure.has(a.key) || sure.has(b.key)) return 0;
	const common = shared(a.bag, b.bag);
	const alike = likenessOf(a, b, common) >= (sameShape ? related : reshaped);
	const partOf = common >= 1 && common >= contained * Math.min(a.worth, b.worth);
	return alike || (partOf && !a.isTable) ? common * (sameShape ? 1 : 0.9) : 0;
}

/** Of pairs in order, the old ones whose pair has the same shape and stands in the same item, or in none. */
function placed(pairs: readonly Pair[]): ReadonlySet<Unit> {
	const found = new Map<Unit, Unit>();
	for (const [was, is] of pairs) {
		const inSame = was.parent ? found.get(was.parent) === is.parent : !is.parent;
		if (was.shape === is.shape && inSame) found.set(was, is);
	}
	return new Set(found.keys());
}

/** Whether a unit that moved passed more of those that stayed on its way up than on its way down. */
function passes(stayed: readonly Pair[], was: Unit, is: Unit): boolean {
	return stayed.some(([old, now]) => old.order < was.order && now.order > is.order);
}

/** Whether what belongs together has enough in common as a whole; a part that stands where the whole stood does. */
function alikeEnough({ old, now, main: [was, is] }: Omit<Match, 'how' | 'goesUp'>): boolean {
	if (was.shape === is.shape || was.isTable) return true;
	const [a, b] = [old, now].map((list) => bagOf(list.flatMap(({ words }) => words)));
	if (!a || !b || was.key === is.key) return true;
	return 2 * shared(a.bag, b.bag) >= reshaped * (a.worth + b.worth);
}
