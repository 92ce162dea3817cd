import type { Block, Run } from '../text/document.ts';
import type { BlockChange, Shape } from './changes.ts';
import { type Edit, type Elsewhere, merged } from './edits.ts';
import { cellsOf } from './tables.ts';

/** A block that only one version has. */
export const alone = (block: Block, op: 'added' | 'removed'): BlockChange =>
	whole(block, op, (runs) => (runs.length > 0 ? [{ op, runs }] : []));

/** A block that both versions have in one place. */
export const both = (block: Block, former: Shape, edits: readonly Edit[]): BlockChange => ({
	...block,
	op: 'both',
	cells: [{ op: 'both', edits }],
	former,
});

/** A block of the old version whose words stand elsewhere now. */
export const left = (block: Block, to: Elsewhere): BlockChange =>
	whole(block, 'left', (runs) => [{ op: 'left', runs, to }]);

/** Words that stood elsewhere, with what changed in them on the way. */
export const here = (edits: readonly Edit[], from: Elsewhere): Edit[] =>
	edits.length > 0 ? [{ op: 'moved', edits: merged(edits), from }] : [];

/** A block of the new version whose words stood elsewhere, cell by cell. */
export const moved = (block: Block, cells: readonly (readonly Edit[])[]): BlockChange => ({
	...block,
	op: 'moved',
	cells: cells.map((edits) => ({ op: 'both', edits })),
});

function whole(
	block: Block,
	op: BlockChange['op'],
	edits: (runs: readonly Run[]) => readonly Edit[],
): BlockChange {
	return {
		...block,
		op,
		cells: cellsIn(block).map((runs) => ({ op: 'both', edits: edits(runs) })),
	};
}

/** The cells of a row; the words of any other block are one. */
export const cellsIn = ({ kind, runs }: Block): (readonly Run[])[] =>
	kind === 'head' || kind === 'row' ? cellsOf(runs) : [runs];
