import { type Document, numbers } from '../../text/document.ts';
import { alone, both, here, left, moved, seams } from './build.ts';
import type { BlockChange } from '../changes.ts';
import { type Edit, type Elsewhere, merged } from '../edits.ts';
import { formerly } from '../kinds.ts';
import type { Match } from '../pairing/match.ts';
import type { Matching } from '../pairing/matching.ts';
import { oldRuns, pieces, sharing } from './pieces.ts';
import { tableChanges } from './table-changes.ts';
import type { Unit } from '../pairing/units.ts';

/** What is drawn for each unit: one block, or the rows of a table. */
export interface Drawn {
	readonly blocks: ReadonlyMap<Unit, readonly BlockChange[]>;
	/** The old unit that is drawn together with a new one. */
	readonly partner: ReadonlyMap<Unit, Unit>;
	readonly turned: boolean;
	/** What was compared with a row of a table: no sentence of it is looked for elsewhere, as none of the row is. */
	readonly rows: ReadonlySet<BlockChange>;
}

type Named = Pick<Elsewhere, 'id' | 'number'>;

/** Names the clause of a unit in its version. */
export interface Where {
	readonly was: (unit: Unit) => Named;
	readonly is: (unit: Unit) => Named;
}

export function naming(before: Document, after: Document): Where {
	const names = (document: Document) => {
		const number = numbers(document);
		return ({ clause }: Unit): Named => ({
			id: document[clause]?.id ?? '',
			number: number[clause] ?? '',
		});
	};
	return { was: names(before), is: names(after) };
}

/** Draws each unit of two versions once. */
export function drawn({ old, now, matches, turned }: Matching, where: Where): Drawn {
	const blocks = new Map<Unit, readonly BlockChange[]>();
	const partner = new Map<Unit, Unit>();
	for (const match of matches.map(sharing)) {
		const [was, is] = match.main;
		if (match.how === 'in place') partner.set(is, was);
		for (const [unit, changes] of matched(match, where)) blocks.set(unit, changes);
	}
	const rest = (list: readonly Unit[], op: 'added' | 'removed') => {
		for (const unit of list)
			if (!blocks.has(unit))
				blocks.set(
					unit,
					unit.blocks.map((block) => alone(block, op)),
				);
	};
	const drawnWithNew = new Set(partner.values());
	rest(
		old.filter((unit) => !drawnWithNew.has(unit)),
		'removed',
	);
	rest(now, 'added');
	return { blocks, partner, turned, rows: new Set() };
}

type Draft = [Unit, readonly BlockChange[]][];

function matched(match: Match, where: Where): Draft {
	if (match.main[0].isTable) return tables(match, where);
	return match.how === 'in place' ? inPlace(match, where) : elsewhere(match, where);
}

/** The main pair is drawn once; what was split off or joined stands beside it and takes its words along. */
function inPlace(match: Match, where: Where): Draft {
	const [was, is] = match.main;
	const all = pieces(match);
	const edits = all.map(({ old, now, edits: own, steps }): readonly Edit[] => {
		if (old === was && now === is) return own;
		if (old === was)
			return [{ op: 'left', runs: oldRuns(steps), to: { ...where.is(now), way: 'split' } }];
		return here(own, { ...where.was(old), way: 'joined' });
	});
	const { runs: _, ...former } = was.blocks[0];
	const others = all.flatMap(({ old, now, edits: own }): Draft => {
		if (now !== is)
			return [[now, [moved(now.blocks[0], [here(own, { ...where.was(was), way: 'split' })])]]];
		if (old === was) return [];
		return [[old, [left(old.blocks[0], { ...where.is(is), way: 'joined' })]]];
	});
	return [[is, [both(is.blocks[0], former, seams(merged(edits.flat())))]], ...others];
}

/** Everything of the old version is drawn where it was, and everything of the new one where it is. */
function elsewhere(match: Match, where: Where): Draft {
	const all = pieces(match);
	const gone = match.old.map((unit): Draft[number] => {
		return [
			unit,
			[left(unit.blocks[0], { ...where.is(match.main[1]), way: way(match, where, unit) })],
		];
	});
	const come = match.now.map((unit): Draft[number] => {
		const own = all
			.filter(({ now }) => now === unit)
			.flatMap(({ edits, old }) =>
				here(edits, origin(match, where, old === match.main[0] ? unit : old)),
			);
		return [unit, [moved(unit.blocks[0], [own])]];
	});
	return [...gone, ...come];
}

function tables(match: Match, where: Where): Draft {
	const [was, is] = match.main;
	if (match.how === 'in place')
		return [[is, tableChanges(was.blocks, is.blocks, { was: where.was(was), is: where.is(is) })]];
	const rows = tableChanges(was.blocks, is.blocks, { was: where.was(was), is: where.is(is) });
	if (!rows.every(whole)) return [];
	const to = { ...where.is(is), way: way(match, where, was) };
	const from = origin(match, where, is);
	return [
		[was, was.blocks.map((block) => left(block, to))],
		[is, rows.map((row) => movedRow(row, from))],
	];
}

/** Whether a row and all its cells are in both versions. A table that also lost or got some did not just move. */
const whole = ({ op, cells }: BlockChange): boolean =>
	op === 'both' && cells.every((cell) => cell.op === 'both');

function movedRow({ former: _, cells, ...block }: BlockChange, from: Elsewhere): BlockChange {
	return moved(
		block,
		cells.map(({ edits }) => here(edits, from)),
	);
}

/** How a unit of a match that is not drawn in one place got to where it is now. */
function way(
	{ main: [was, is], old, how, goesUp }: Match,
	where: Where,
	unit: Unit,
): Elsewhere['way'] {
	if (where.was(was).id !== where.is(is).id) return 'clause';
	if (how === 'reshaped') return 'shape';
	if (unit !== was && unit !== is) return old.includes(unit) ? 'joined' : 'split';
	return goesUp ? 'up' : 'down';
}

function origin(match: Match, where: Where, unit: Unit): Elsewhere {
	const [was, is] = match.main;
	const shape =
		was.shape === is.shape || was.isTable
			? {}
			: { formerly: formerly(was.blocks[0], is.blocks[0]) };
	return { ...where.was(was), way: way(match, where, unit), ...shape };
}
