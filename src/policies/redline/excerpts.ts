import { plain } from '../text/document.ts';
import type { BlockChange, ClauseChange } from './changes.ts';
import { type Edit, same } from './edits.ts';
import { editsHtml } from './redline-html.ts';
import { cutAt, sentenceStarts } from './words/tokenise.ts';

/** The changed sentences of a clause as HTML for where there is no style sheet: rows of tables whole, what moved once. */
export const excerpts = ({ blocks }: ClauseChange): string[] =>
	blocks.flatMap((block) => (block.cells.length > 1 ? rowExcerpt(block) : blockExcerpts(block)));

const html = (edits: readonly Edit[]) => editsHtml(edits, { aloud: false, once: true });

function rowExcerpt({ cells }: BlockChange): string[] {
	if (cells.every(({ op, edits }) => op === 'both' && same(edits))) return [];
	return [cells.map(({ edits }) => html(edits)).join(' · ')];
}

const blockExcerpts = ({ cells }: BlockChange): string[] =>
	sentences(cells[0]?.edits ?? [])
		.filter((edits) => !same(edits))
		.map(html)
		.filter(Boolean);

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
