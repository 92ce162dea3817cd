import type { Block } from '../../text/document.ts';
import { alone, here, left, moved } from './build.ts';
import type { BlockChange, Cell } from '../changes.ts';
import type { Elsewhere } from '../edits.ts';
import { type Column, type Row, rowOf, tablePairs } from '../pairing/tables.ts';
import { sequence, wordEdits } from '../words/word-edits.ts';

type Named = Pick<Elsewhere, 'id' | 'number'>;

/** What became of a table, row by row and cell by cell; `clause` names its clause in either version. */
export function tableChanges(
	before: readonly Block[],
	after: readonly Block[],
	clause: { readonly was: Named; readonly is: Named },
): BlockChange[] {
	const [old, now] = [before.map(rowOf), after.map(rowOf)];
	const { columns, inPlace, moved: pairs } = tablePairs(old, now);
	const target = new Map(pairs);
	const origin = new Map(pairs.map(([row, column]) => [column, row]));
	const indexed = sequence([...old.entries()], [...now.entries()], inPlace);
	return indexed.map(([was, is]): BlockChange => {
		if (was && is) return rowChange(was[1], is[1], columns);
		if (was) {
			const to = target.get(was[0]);
			if (to === undefined) return laidOut(alone(was[1].block, 'removed'), columns, 'was');
			return left(was[1].block, { ...clause.is, way: to < was[0] ? 'up' : 'down' });
		}
		const [at, row] = is ?? [0, rowOf({ kind: 'row', depth: 0, runs: [], anchors: [] })];
		const { [origin.get(at) ?? -1]: source } = old;
		if (!source) return laidOut(alone(row.block, 'added'), columns, 'is');
		const way = at < old.indexOf(source) ? 'up' : 'down';
		const from = { ...clause.was, way } as const;
		const cells = row.cells.map((cell, column) =>
			here(wordEdits(source.cells[column] ?? [], cell), from),
		);
		return moved(row.block, cells);
	});
}

function rowChange(was: Row, is: Row, columns: readonly Column[]): BlockChange {
	const { runs: _, ...former } = was.block;
	const align = alignment(was.block, is.block, columns);
	return {
		...is.block,
		...(align && { align }),
		op: 'both',
		cells: columns.flatMap((column) => cellChange(was, is, column)),
		former,
	};
}

function cellChange(was: Row, is: Row, column: Column): Cell[] {
	const old = column.was === undefined ? undefined : was.cells[column.was];
	const now = column.is === undefined ? undefined : is.cells[column.is];
	if (old && now) return [{ op: 'both', edits: wordEdits(old, now) }];
	if (old) return [{ op: 'removed', edits: old.length > 0 ? [{ op: 'removed', runs: old }] : [] }];
	return now ? [{ op: 'added', edits: now.length > 0 ? [{ op: 'added', runs: now }] : [] }] : [];
}

/** How the columns of both versions are set, side by side. */
function alignment(was: Block, is: Block, columns: readonly Column[]): Block['align'] {
	if (!was.align && !is.align) return undefined;
	return columns
		.map((column) =>
			column.is === undefined ? was.align?.[column.was ?? 0] : is.align?.[column.is],
		)
		.map((align) => align ?? null);
}

/** A row that one version has, with an empty place for each column that only the other has. */
function laidOut(row: BlockChange, columns: readonly Column[], side: keyof Column): BlockChange {
	const cells = columns.flatMap((column): Cell[] => {
		const { [side]: at } = column;
		if (at === undefined) return [{ op: side === 'was' ? 'added' : 'removed', edits: [] }];
		const { [at]: cell } = row.cells;
		return cell ? [cell] : [];
	});
	return { ...row, cells };
}
