import type { Block, Clause } from '../text/document.ts';
import { label } from '../text/markers.ts';
import type { Edit } from './edits.ts';

/** A cell of a table row, or the words of any other block. */
export interface Cell {
	/** A cell is `added` or `removed` with its column. */
	readonly op: 'both' | 'added' | 'removed';
	readonly edits: readonly Edit[];
}

/** What a block looks like, without its words. */
export type Shape = Omit<Block, 'runs'>;

/**
 * What became of a block that is drawn here. `both` versions have it here; `added` and `removed` stand
 * in one alone; `moved` stood elsewhere or was part of another block before; `left` does so now.
 */
export interface BlockChange extends Block {
	readonly op: 'both' | 'added' | 'removed' | 'moved' | 'left';
	/** One, but for rows of a table. */
	readonly cells: readonly Cell[];
	/** What it looked like, where both versions have it. */
	readonly former?: Shape;
}

/** Whether an item of a numbered list has another number now. */
export const isRenumbered = ({ marker, former }: BlockChange): boolean =>
	marker !== undefined && former?.marker !== undefined && label(marker) !== label(former.marker);

/** Whether a table has its columns set in another way now. */
export const isRealigned = ({ align, former }: BlockChange): boolean =>
	former !== undefined && JSON.stringify(align) !== JSON.stringify(former.align);

/** Where a clause stands in one version. */
export interface Place {
	readonly index: number;
	readonly number: string;
	readonly level: Clause['level'];
}

/** What became of a clause, told by its id. */
export interface ClauseChange {
	readonly id: string;
	readonly op: 'kept' | 'changed' | 'added' | 'removed';
	readonly renamed: boolean;
	/** Whether it stands elsewhere among the clauses that both versions have. */
	readonly moved: boolean;
	/** Whether it became a clause inside another, or stopped being one. */
	readonly relevelled: boolean;
	readonly title: readonly Edit[];
	readonly blocks: readonly BlockChange[];
	readonly was?: Place;
	readonly is?: Place;
}

/** What became of each clause from one version to another, in the new order; removed ones follow what they followed. */
export type Redline = readonly ClauseChange[];
