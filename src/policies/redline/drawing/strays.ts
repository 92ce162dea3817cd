import { plain } from '../../text/document.ts';
import type { BlockChange } from '../changes.ts';
import { type Edit, merged } from '../edits.ts';
import { cutAt, sentenceStarts } from '../words/tokenise.ts';
import { seams } from './build.ts';
import type { Drawn, Where } from './drawn.ts';
import { places } from './places.ts';
import { movesInstead } from './sentence-moves.ts';
import type { Stray, Strays } from './stray.ts';

/** No sentence of so many words is shorter, in characters. */
const shortest = 10;

/** The same drawing with sentences that moved from one paragraph into another shown as moved. */
export function strays(drawn: Drawn, where: Where): Drawn {
	const found = looseSentences(drawn, where);
	const instead = movesInstead(found, where, drawn.turned);
	if (instead.size === 0) return drawn;
	const blocks = [...drawn.blocks].map(
		([unit, own]) => [unit, own.map((block) => redrawn(block, instead))] as const,
	);
	return { ...drawn, blocks: new Map(blocks) };
}

function looseSentences({ blocks, partner, rows }: Drawn, where: Where): Strays {
	const found = { removed: [] as Stray[], added: [] as Stray[] };
	const placeOf = places(partner);
	for (const [unit, own] of blocks) {
		const edits = unit.isTable
			? []
			: own
					.filter((block) => !rows.has(block))
					.flatMap(({ cells }) => cells.flatMap((cell) => cell.edits));
		const old = partner.get(unit) ?? unit;
		edits.forEach((edit, at) => {
			const { [at + 1]: next } = edits;
			if (edit.op === 'removed')
				found.removed.push(
					...sentences(edit, {
						unit: old,
						clause: where.was(old).id,
						place: [old.order, at],
						replacedBy: next?.op === 'added' ? next : undefined,
					}),
				);
			if (edit.op === 'added')
				found.added.push(
					...sentences(edit, {
						unit,
						clause: where.is(unit).id,
						place: [placeOf(unit), at],
						replacedBy: undefined,
					}),
				);
		});
	}
	return found;
}

function sentences(
	edit: Extract<Edit, { op: 'removed' | 'added' | 'kept' }>,
	around: Omit<Stray, 'runs' | 'edit'>,
): Stray[] {
	const words = plain(edit.runs);
	if (words.length < shortest) return [];
	return cutAt(edit.runs, sentenceStarts(words)).map((runs) => ({ ...around, runs, edit }));
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
