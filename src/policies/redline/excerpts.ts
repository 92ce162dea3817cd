import { plain, type Run } from '../text/document.ts';
import type { BlockChange, ClauseChange } from './changes.ts';
import { type Edit, same, text } from './edits.ts';
import { cutAt, sentenceStarts } from './words/tokenise.ts';

/** A stretch between two cells of a row, which both versions have. */
const gap: Edit = { op: 'kept', runs: [{ text: ' · ' }] };

/** The passages of a clause that changed: sentences, and rows of tables whole. */
export const changedPassages = ({ blocks }: ClauseChange): Edit[][] =>
	blocks.flatMap((block) => (block.cells.length > 1 ? changedRow(block) : changedSentences(block)));

/** What stands elsewhere now is told where it stands now. */
const inPlace = (edits: readonly Edit[]): Edit[] =>
	edits.flatMap((edit) => {
		if (edit.op === 'moved') return inPlace(edit.edits);
		return edit.op === 'left' ? [] : [edit];
	});

/** A passage as it was and as it is; one that came or went has an empty side. */
export function wordings(edits: readonly Edit[]): Record<'was' | 'is', readonly Run[]> {
	const told = inPlace(edits);
	return { was: text(told, 'old'), is: text(told, 'new') };
}

function changedRow({ cells }: BlockChange): Edit[][] {
	if (cells.every(({ op, edits }) => op === 'both' && same(edits))) return [];
	return [cells.flatMap(({ edits }, index) => (index > 0 ? [gap, ...edits] : [...edits]))];
}

const changedSentences = ({ cells }: BlockChange): Edit[][] =>
	sentences(cells[0]?.edits ?? []).filter((edits) => !same(edits));

/** Edits cut where a sentence starts in what both versions have. */
function sentences(edits: readonly Edit[]): Edit[][] {
	const found: Edit[][] = [[]];
	for (const edit of edits) {
		if (edit.op !== 'kept') found.at(-1)?.push(edit);
		else
			cutAt(edit.runs, sentenceStarts(plain(edit.runs))).forEach((runs, index) => {
				if (index > 0) found.push([]);
				found.at(-1)?.push({ op: 'kept', runs });
			});
	}
	return found;
}
