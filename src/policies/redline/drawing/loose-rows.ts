import type { Run } from '../../text/document.ts';
import type { BlockChange } from '../changes.ts';
import type { Edit, Elsewhere } from '../edits.ts';
import { formerly } from '../kinds.ts';
import { candidates } from '../pairing/candidates.ts';
import { likeness } from '../pairing/likeness.ts';
import type { Unit } from '../pairing/units.ts';
import { wordEdits } from '../words/word-edits.ts';
import { here } from './build.ts';
import { cellPairs } from './cell-pairs.ts';
import type { Drawn, Where } from './drawn.ts';
import { type Loose, loose } from './loose.ts';
import { pieces } from './pieces.ts';

/** What has this much in common with a row elsewhere came from there. */
const alikeEnough = 0.6;
/** Fewer words than this may be in two places by chance. */
const telling = 4;

/** The same drawing with rows that went to another table, or became items, or were some before, shown as moved. */
export function looseRows(drawn: Drawn, where: Where): Drawn {
	const { removed, added } = loose(drawn);
	const pairs = drawn.turned
		? pairsOf(added, removed).map(([is, was]) => [was, is] as const)
		: pairsOf(removed, added);
	if (pairs.length === 0) return drawn;
	const instead = new Map(
		pairs.flatMap(([was, is]) => redrawn(was, is, { where, turned: drawn.turned })),
	);
	const blocks = [...drawn.blocks].map(
		([unit, own]) => [unit, own.map((block) => instead.get(block) ?? block)] as const,
	);
	return { ...drawn, blocks: new Map(blocks), rows: new Set(instead.values()) };
}

/** What belongs together, the most alike first. */
function pairsOf(left: readonly Loose[], right: readonly Loose[]): (readonly [Loose, Loose])[] {
	const scored = candidates(left, right).flatMap(([row, column]) => {
		const [a, b] = [left[row], right[column]];
		if (!a || !b || !(a.isRow || b.isRow)) return [];
		if (Math.min(a.words.length, b.words.length) < telling) return [];
		const alike = likeness(a, b);
		return alike >= alikeEnough ? [{ pair: [a, b] as const, alike }] : [];
	});
	const taken = new Set<Loose>();
	return scored
		.toSorted((a, b) => b.alike - a.alike)
		.flatMap(({ pair }) => {
			if (pair.some((one) => taken.has(one))) return [];
			for (const one of pair) taken.add(one);
			return [pair];
		});
}

interface Ways {
	readonly from: Elsewhere;
	readonly to: Elsewhere;
}

function redrawn(
	was: Loose,
	is: Loose,
	{ where, turned }: { readonly where: Where; readonly turned: boolean },
): (readonly [BlockChange, BlockChange])[] {
	const ways = waysOf(was, is, where);
	const both =
		was.isRow && is.isRow ? cellByCell(was, is, { ...ways, turned }) : reshaped(was, is, ways);
	return [
		[was.block, both.was],
		[is.block, both.is],
	];
}

function waysOf(was: Loose, is: Loose, where: Where): Ways {
	const [from, to] = [where.was(was.unit), where.is(is.unit)];
	const [unit, otherUnit] = [was.place[0], is.place[0]];
	const down = unit === otherUnit ? was.place[1] < is.place[1] : unit < otherUnit;
	const inClause = was.isRow === is.isRow ? (down ? 'down' : 'up') : 'shape';
	const way = from.id === to.id ? inClause : 'clause';
	const shape = was.isRow === is.isRow ? {} : { formerly: formerly(was.block, is.block) };
	return { from: { ...from, way, ...shape }, to: { ...to, way } };
}

/** Two rows: the cells that belong together moved, the others came or went with their columns. */
function cellByCell(was: Loose, is: Loose, { from, to, turned }: Ways & { turned: boolean }) {
	const pairs = cellPairs(was.cells, is.cells, turned);
	const origin = new Map(pairs.map(([old, now]) => [now, was.cells[old] ?? []]));
	const gone = new Set(pairs.map(([old]) => old));
	return {
		was: settled(was.block, 'left', (edits, column) =>
			gone.has(column) ? [{ op: 'left', runs: was.cells[column] ?? [], to }] : edits,
		),
		is: settled(is.block, 'moved', (edits, column) => {
			const old = origin.get(column);
			return old ? here(wordEdits(old, is.cells[column] ?? []), from) : edits;
		}),
	};
}

/** A row and a block outside tables: their words compared as one passage, in which a blank parts the old cells. */
function reshaped(was: Loose, is: Loose, { from, to }: Ways) {
	const [olds, nows] = [partsOf(was, [{ text: ' ' }]), partsOf(is, [])];
	const [old, now] = [[...olds.values()], [...nows.values()]];
	const [first, other] = [old[0], now[0]];
	const all = first && other ? pieces({ old, now, main: [first, other] }) : [];
	return {
		was: settled(was.block, 'left', (_, column) => [
			{ op: 'left', runs: was.cells[column] ?? [], to },
		]),
		is: settled(is.block, 'moved', (_, column) => {
			const own = all
				.filter((piece) => piece.now === nows.get(column))
				.flatMap(({ edits }) => edits);
			return own.some(({ op }) => op === 'kept' || op === 'restyled') ? here(own, from) : own;
		}),
	};
}

/** The cells of a row that hold words, by column, as parts of a passage; a block outside tables is one. */
function partsOf({ unit, block, cells }: Loose, between: readonly Run[]): Map<number, Unit> {
	const parts = new Map<number, Unit>();
	cells.forEach((cell, column) => {
		if (cell.length === 0) return;
		const runs = parts.size > 0 ? [...between, ...cell] : cell;
		parts.set(column, { ...unit, key: '', blocks: [{ ...block, runs }] });
	});
	return parts;
}

/** A block with other edits in its cells; `op` is what became of it where no cell has any of its own left. */
function settled(
	block: BlockChange,
	op: 'left' | 'moved',
	draw: (edits: readonly Edit[], column: number) => readonly Edit[],
): BlockChange {
	const cells = block.cells.map((cell, column) =>
		cell.edits.length > 0 ? { ...cell, edits: draw(cell.edits, column) } : cell,
	);
	const all = cells.every(({ edits }) => edits.every((edit) => edit.op === op));
	return { ...block, cells, op: all ? op : block.op };
}
