import type { Run } from '../../text/document.ts';
import type { BlockChange } from '../changes.ts';
import { type Alike, bagOf } from '../pairing/likeness.ts';
import { keyOf, type Unit } from '../pairing/units.ts';
import { vocabulary } from '../words/tokenise.ts';
import type { Drawn } from './drawn.ts';
import { places } from './places.ts';

/** A row of a table, or a block outside tables, that seems to be in one version alone. */
export interface Loose extends Alike {
	readonly block: BlockChange;
	readonly unit: Unit;
	readonly isRow: boolean;
	/** Its cells; a block outside tables has one. */
	readonly cells: readonly (readonly Run[])[];
	/** Where it is drawn: the place of its unit among those of the old version, and its own in the unit. */
	readonly place: readonly [unit: number, block: number];
}

/** What is removed and what is added; nothing where no row of a table is among it. */
export function loose({ blocks, partner }: Drawn): Record<'removed' | 'added', readonly Loose[]> {
	const found = { removed: [] as Loose[], added: [] as Loose[] };
	if (![...blocks.keys()].some(({ isTable }) => isTable)) return found;
	const placeOf = places(partner);
	for (const [unit, own] of blocks)
		own.forEach((block, at) => {
			const { op, kind } = block;
			if ((op !== 'removed' && op !== 'added') || kind === 'head') return;
			const old = partner.get(unit) ?? unit;
			const place = [op === 'removed' ? old.order : placeOf(unit), at] as const;
			found[op].push({ ...looseOf(block), unit: op === 'removed' ? old : unit, place });
		});
	const rows = [...found.removed, ...found.added].some(({ isRow }) => isRow);
	return rows ? found : { removed: [], added: [] };
}

function looseOf(block: BlockChange): Omit<Loose, 'unit' | 'place'> {
	const cells = block.cells.map(({ edits }) =>
		edits.flatMap((edit) => ('runs' in edit ? edit.runs : [])),
	);
	return { block, isRow: block.kind === 'row', cells, ...alikeOf(cells) };
}

/** How cells are told alike: by the words of all of them. */
export const alikeOf = (cells: readonly (readonly Run[])[]): Alike => ({
	key: cells.map(keyOf).join('\t'),
	...bagOf(cells.flatMap(vocabulary)),
});
