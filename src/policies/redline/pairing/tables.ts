import { type Block, joined, type Run } from '../../text/document.ts';
import { candidates } from './candidates.ts';
import { inOrder } from './in-order.ts';
import { type Alike, bagOf, likeness, onceInBoth } from './likeness.ts';
import { type Narrow, sameNames } from './row-names.ts';
import { keyOf } from './units.ts';
import { vocabulary } from '../words/tokenise.ts';
import type { Pairs } from './rise.ts';

/** A column of two tables: its place in the old one, in the new one, or in both. */
export interface Column {
	readonly was?: number;
	readonly is?: number;
}

/** A row of a table with its cells. */
export interface Row extends Alike {
	readonly block: Block;
	readonly cells: readonly (readonly Run[])[];
}

/** The rows of two tables in order; those that moved have no partner here. */
export interface RowPairs {
	readonly columns: readonly Column[];
	readonly inPlace: Pairs;
	readonly moved: Pairs;
}

export function rowOf(block: Block): Row {
	const cells = cellsOf(block.runs);
	return { block, cells, key: keyOf(block.runs), ...bagOf(vocabulary(spaced(cells))) };
}

/** Runs parted at the borders of table cells. */
export function cellsOf(runs: readonly Run[]): Run[][] {
	const parted: Run[][] = [[]];
	for (const run of runs) {
		const [first = '', ...rest] = run.image ? [run.text] : run.text.split('\t');
		parted.at(-1)?.push({ ...run, text: first });
		for (const text of rest) parted.push([{ ...run, text }]);
	}
	return parted.map(joined);
}

const spaced = (cells: readonly (readonly Run[])[]) =>
	cells.flatMap((cell) => [...cell, { text: ' ' }]);

/** Which columns and rows of two tables belong together: the same ones whichever is named first. */
export function tablePairs(old: readonly Row[], now: readonly Row[]): RowPairs {
	const key = (rows: readonly Row[]) => rows.map((row) => row.key).join('\n');
	return key(old) > key(now) ? mirrored(pairsOf(now, old)) : pairsOf(old, now);
}

function mirrored({ columns, inPlace, moved }: RowPairs): RowPairs {
	const turned = (pairs: Pairs): Pairs => pairs.map(([row, column]) => [column, row]);
	const width = (side: keyof Column) => columns.filter(({ [side]: at }) => at !== undefined).length;
	const both = columns.flatMap(({ was, is }) =>
		was === undefined || is === undefined ? [] : [[is, was] as const],
	);
	return {
		columns: merge(width('is'), width('was'), both),
		inPlace: turned(inPlace),
		moved: turned(moved),
	};
}

function pairsOf(old: readonly Row[], now: readonly Row[]): RowPairs {
	const columns = columnPairs(old, now);
	const rows = {
		old: old.map((row) => narrowed(row, columns, 'was')),
		now: now.map((row) => narrowed(row, columns, 'is')),
	};
	const sure = onceInBoth(rows.old, rows.now);
	const named = sameNames(rows.old, rows.now);
	const inPlace = inOrder(rows.old, rows.now, (a, b) =>
		(named.get(a) ?? b) === b && (named.get(b) ?? a) === a ? rowWorth(a, b, sure) : 0,
	);
	const taken = {
		old: new Set(inPlace.map(([row]) => row)),
		now: new Set(inPlace.map(([, row]) => row)),
	};
	const sameColumns = columns.every(({ was, is }) => was !== undefined && is !== undefined);
	return { columns, inPlace, moved: sameColumns ? movedRows(rows, taken) : [] };
}

/** A row with those cells alone whose columns both tables have. */
function narrowed({ block, cells }: Row, columns: readonly Column[], side: keyof Column): Narrow {
	const own = columns.flatMap((column) => {
		const { [side]: at } = column;
		return column.was === undefined || column.is === undefined ? [] : [cells[at ?? 0] ?? []];
	});
	const keys = own.map(keyOf);
	return { kind: block.kind, keys, key: keys.join('\t'), ...bagOf(vocabulary(spaced(own))) };
}

/** Rows belong together by their words, by their first cell, or by any other that is the same. */
function rowWorth(a: Narrow, b: Narrow, sure: ReadonlySet<string>): number {
	if (a.kind !== b.kind) return 0;
	if (a.kind === 'head') return 100;
	if (a.key === b.key) return 2 * a.keys.length + 1;
	if (sure.has(a.key) || sure.has(b.key)) return 0;
	const equal = a.keys.filter((key, at) => key !== '' && key === b.keys[at]).length;
	const first = a.keys[0] === b.keys[0] && a.keys[0] !== '' ? 1 : 0;
	const alike = likeness(a, b);
	return equal > 0 || alike >= 0.4 ? equal + first + alike : 0;
}

function movedRows(
	rows: { old: readonly Narrow[]; now: readonly Narrow[] },
	taken: { old: Set<number>; now: Set<number> },
): Pairs {
	const scored = candidates(rows.old, rows.now).flatMap(([row, column]) => {
		const [a, b] = [rows.old[row], rows.now[column]];
		if (!a || !b || a.kind !== b.kind || taken.old.has(row) || taken.now.has(column)) return [];
		const alike = likeness(a, b);
		return alike >= 0.6 && a.worth > 0 ? [{ row, column, alike }] : [];
	});
	const best = scored.toSorted((a, b) => b.alike - a.alike || a.row + a.column - b.row - b.column);
	return best.flatMap(({ row, column }) => {
		if (taken.old.has(row) || taken.now.has(column)) return [];
		taken.old.add(row);
		taken.now.add(column);
		return [[row, column] as const];
	});
}

function columnPairs(old: readonly Row[], now: readonly Row[]): Column[] {
	const [left, right] = [columnsOf(old), columnsOf(now)];
	const pairs = inOrder(left, right, columnWorth);
	return merge(left.length, right.length, pairs);
}

interface ColumnWords extends Alike {
	readonly head: string;
}

function columnsOf(rows: readonly Row[]): ColumnWords[] {
	const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
	return Array.from({ length: width }, (_, at) => {
		const cells = rows.map((row) => row.cells[at] ?? []);
		const key = cells.map(keyOf).join('\n');
		return { key, head: keyOf(cells[0] ?? []), ...bagOf(vocabulary(spaced(cells))) };
	});
}

const columnWorth = (a: ColumnWords, b: ColumnWords): number => {
	const alike = likeness(a, b);
	const worth = alike + (a.head === b.head && a.head !== '' ? 1 : 0);
	return worth >= 0.3 ? worth : 0;
};

/** All columns in order; between two pairs, as many on either side belong together in order. */
export function merge(width: number, newWidth: number, pairs: Pairs): Column[] {
	const columns: Column[] = [];
	let [was, is] = [0, 0];
	for (const [nextWas, nextIs] of [...pairs, [width, newWidth] as const]) {
		if (nextWas - was === nextIs - is) while (was < nextWas) columns.push({ was: was++, is: is++ });
		while (was < nextWas) columns.push({ was: was++ });
		while (is < nextIs) columns.push({ is: is++ });
		if (was < width && is < newWidth) columns.push({ was: was++, is: is++ });
	}
	return columns;
}
