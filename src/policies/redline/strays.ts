import { joined, plain, type Run } from '../text/document.ts';
import { here, seams } from './build.ts';
import type { BlockChange } from './changes.ts';
import type { Drawn, Where } from './drawn.ts';
import { type Edit, type Elsewhere, merged } from './edits.ts';
import { type Alike, bagOf, candidates, likeness } from './likeness.ts';
import { cutAt, sentenceStarts, vocabulary } from './tokenise.ts';
import { keyOf, type Unit } from './units.ts';
import { wordEdits } from './word-edits.ts';

/** A sentence that seems to be removed, or added. */
interface Stray extends Alike {
	readonly runs: readonly Run[];
	/** Where it stands in its version. */
	readonly unit: Unit;
	/** The edit that it is part of. */
	readonly edit: Edit;
}

type Strays = Record<'removed' | 'added', readonly Stray[]>;

/** Fewer words than this may be in two places by chance. */
const telling = 5;
/** No sentence of so many words is shorter, in characters. */
const shortest = 2 * telling;
/** How alike a sentence is to what it was elsewhere. */
const alikeEnough = 0.75;

/** The same drawing with sentences that moved from one paragraph into another shown as moved. */
export function strays(drawn: Drawn, where: Where): Drawn {
	const found = looseSentences(drawn);
	const { removed, added } = found;
	const moves = drawn.turned ? inverse(pairs(added, removed)) : pairs(removed, added);
	const instead = replacements(found, moves, where);
	if (instead.size === 0) return drawn;
	const blocks = [...drawn.blocks].map(
		([unit, own]) => [unit, own.map((block) => redrawn(block, instead))] as const,
	);
	return { ...drawn, blocks: new Map(blocks) };
}

function looseSentences({ blocks, partner }: Drawn): Strays {
	const found = { removed: [] as Stray[], added: [] as Stray[] };
	for (const [unit, own] of blocks) {
		const edits = unit.isTable
			? []
			: own.flatMap(({ cells }) => cells.flatMap((cell) => cell.edits));
		for (const edit of edits) {
			if (edit.op === 'removed') found.removed.push(...sentences(edit, partner.get(unit) ?? unit));
			if (edit.op === 'added') found.added.push(...sentences(edit, unit));
		}
	}
	return found;
}

function sentences(edit: Extract<Edit, { op: 'removed' | 'added' | 'kept' }>, unit: Unit): Stray[] {
	const words = plain(edit.runs);
	if (words.length < shortest) return [];
	return cutAt(edit.runs, sentenceStarts(words)).map((runs) => ({
		...{ runs, unit, edit, key: keyOf(runs).trim() },
		...bagOf(vocabulary(runs)),
	}));
}

/** Which added sentence a removed one became, by place; the most alike come first. */
function pairs(removed: readonly Stray[], added: readonly Stray[]): Map<number, number> {
	const scored = candidates(removed, added).flatMap(([from, to]) => {
		const [a, b] = [removed[from], added[to]];
		if (!a || !b || Math.min(a.words.length, b.words.length) < telling) return [];
		const alike = likeness(a, b);
		return alike >= alikeEnough ? [{ from, to, alike }] : [];
	});
	const found = new Map<number, number>();
	const taken = new Set<number>();
	for (const { from, to } of scored.toSorted((a, b) => b.alike - a.alike)) {
		if (found.has(from) || taken.has(to)) continue;
		found.set(from, to);
		taken.add(to);
	}
	return found;
}

const inverse = (map: ReadonlyMap<number, number>) =>
	new Map([...map].map(([from, to]) => [to, from] as const).toSorted(([a], [b]) => a - b));

/** What stands in place of each edit that a moved sentence is part of. */
function replacements(
	{ removed, added }: Strays,
	moves: ReadonlyMap<number, number>,
	where: Where,
) {
	const instead = new Map<Edit, Edit[]>();
	const put = (edit: Edit, ...edits: Edit[]) =>
		instead.set(edit, [...(instead.get(edit) ?? []), ...edits]);
	const joint = groups(removed, added, moves);
	const target = new Map(
		joint.flatMap(({ from, to }) => from.map((stray) => [stray, { from, to }] as const)),
	);
	const origin = new Map(
		joint.flatMap(({ from, to }) => to.map((stray) => [stray, { from, to }] as const)),
	);
	for (const stray of removed) {
		const move = target.get(stray);
		if (!move) put(stray.edit, { op: 'removed', runs: stray.runs });
		else if (move.from[0] === stray)
			put(stray.edit, { op: 'left', runs: words(move.from), to: ways(move, where).to });
	}
	for (const stray of added) {
		const move = origin.get(stray);
		if (!move) put(stray.edit, { op: 'added', runs: stray.runs });
		else if (move.to[0] === stray) {
			const edits = wordEdits(words(move.from), words(move.to));
			put(stray.edit, ...here(edits, ways(move, where).from));
		}
	}
	return instead;
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
	const way = from.id !== to.id ? 'clause' : was.unit.order < is.unit.order ? 'down' : 'up';
	return { from: { ...from, way }, to: { ...to, way } };
}

function redrawn(block: BlockChange, instead: ReadonlyMap<Edit, readonly Edit[]>): BlockChange {
	const cells = block.cells.map((cell) => ({
		...cell,
		edits: seams(merged(cell.edits.flatMap((edit) => instead.get(edit) ?? [edit]))),
	}));
	const all = (op: Edit['op']) => cells.every(({ edits }) => edits.every((edit) => edit.op === op));
	if (block.op === 'removed' && all('left')) return { ...block, cells, op: 'left' };
	if (block.op === 'added' && all('moved')) return { ...block, cells, op: 'moved' };
	return { ...block, cells };
}
