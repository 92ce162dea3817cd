import type { Block, Run } from '../../text/document.ts';
import type { BlockChange, Shape } from '../changes.ts';
import { type Edit, type Elsewhere, merged } from '../edits.ts';
import { cellsOf } from '../pairing/tables.ts';

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

/** Words that stood elsewhere, with what changed in them on the way; not the blanks where they start or end. */
export const here = (edits: readonly Edit[], from: Elsewhere): Edit[] =>
	edits.length > 0 ? [{ op: 'moved', edits: seamless(merged(edits)), from }] : [];

const isBlank = (edit: Edit | undefined, op: 'added' | 'removed') =>
	edit?.op === op && edit.runs.every(({ text }) => /^\s*$/.test(text));

/** A blank that one side alone has at an end comes and goes with the place. */
function seamless(edits: readonly Edit[]): Edit[] {
	const last = edits.length - 1;
	return edits.flatMap((edit, at): Edit[] => {
		if ((at > 0 && at < last) || last === 0) return [edit];
		if (isBlank(edit, 'removed')) return [];
		return isBlank(edit, 'added') && edit.op === 'added'
			? [{ op: 'kept', runs: edit.runs }]
			: [edit];
	});
}

/** The same edits, with the blank beside what came from elsewhere or went there taken along. */
export function seams(edits: readonly Edit[]): Edit[] {
	const result: Edit[] = [];
	for (const edit of edits) {
		const last = result.at(-1);
		const both = last && (sealed(last, edit, false) ?? sealed(edit, last, true));
		if (both) result.splice(-1, 1, both);
		else result.push(edit);
	}
	return result;
}

function sealed(move: Edit, blank: Edit, before: boolean): Edit | undefined {
	const sided = <T>(own: readonly T[], other: readonly T[]) =>
		before ? [...other, ...own] : [...own, ...other];
	if (move.op === 'left' && blank.op === 'removed' && isBlank(blank, 'removed'))
		return { ...move, runs: sided(move.runs, blank.runs) };
	if (move.op === 'moved' && blank.op === 'added' && isBlank(blank, 'added'))
		return { ...move, edits: merged(sided<Edit>(move.edits, [{ op: 'kept', runs: blank.runs }])) };
	return undefined;
}

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
