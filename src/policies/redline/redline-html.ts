import type { Kind, Run } from '../text/document.ts';
import { draw, signHtml } from '../text/draw.ts';
import { noteId, runHtml } from '../text/html.ts';
import { label as printed } from '../text/markers.ts';
import { type BlockChange, type ClauseChange, isRenumbered } from './changes.ts';
import { type Edit, isBlank } from './edits.ts';
import { leftWords, movedWords, remark, restyledWords, target } from './remarks.ts';

/** How edits are written: with words for screen readers, and with both places of what moved. */
interface Manner {
	/** Words that only screen readers hear, since most of them pass over `ins` and `del`. */
	readonly aloud?: boolean;
	/** For readers without a style sheet: what stands elsewhere too is written once. */
	readonly once?: boolean;
	/** How many blocks in a row the remark is about; 0 where it was made before. */
	readonly count?: number;
	/** Whether a remark is about a whole block. */
	readonly block?: boolean;
	/** What the words are of. */
	readonly kind?: Kind;
}

const heard = (words: string) => `<span class="unseen">${words}</span>`;

/**
 * Edits as HTML. Without what is in `del` it is the new text, without what is in `ins` the old one; remarks
 * and unseen words are neither. Words in `ins.moved`, `del.left`, `ins.restyled` and `del.restyled` are in both.
 */
export const editsHtml = (edits: readonly Edit[], manner: Manner = {}): string =>
	edits
		.map((edit, index) => {
			const replaces = edit.op === 'added' && edits[index - 1]?.op === 'removed';
			const replaced = edit.op === 'removed' && edits[index + 1]?.op === 'added';
			const alone = edits.length === 1 ? outright : apart;
			const said = replaces ? replacing : replaced ? replacedBy : alone[edit.op];
			return editHtml(edit, manner, said) + (replaced && manner.once ? ' ' : '');
		})
		.join('');

type Said = readonly [start: string, end: string] | undefined;

const replacedBy = [', was: ', ''] as const;
const replacing = [', now: ', ', end of change, '] as const;
const outright: Partial<Record<Edit['op'], Said>> = {
	added: ['Added: ', ''],
	removed: ['Removed: ', ''],
};
const apart: Partial<Record<Edit['op'], Said>> = {
	added: [', added: ', ', end of addition, '],
	removed: [', removed: ', ', end of removal, '],
};

function editHtml(edit: Edit, manner: Manner, said: Said): string {
	const { aloud = true, once = false, count = 1, block = false, kind = 'paragraph' } = manner;
	const bare = (runs: readonly Run[]) => runs.map(runHtml).join('');
	const [start, end] = (aloud && said) || ['', ''];
	const marked = (tag: string, runs: readonly Run[]) =>
		`<${tag}>${start && heard(start)}${runs.map(changedRun).join('')}${end && heard(end)}</${tag}>`;
	switch (edit.op) {
		case 'kept':
			return bare(edit.runs);
		case 'added':
			return marked('ins', edit.runs);
		case 'removed':
			return marked('del', edit.runs);
		case 'restyled': {
			const words = isBlank(edit) ? '' : remark(` (${restyledWords(edit)})`);
			if (once) return bare(edit.runs) + words;
			return `<del class="restyled">${bare(edit.was)}</del><ins class="restyled">${bare(edit.runs)}${words}</ins>`;
		}
		case 'moved': {
			const words = count > 0 ? movedWords(edit.from, count) : '';
			const inside =
				remark(words && (block ? `${words}: ` : ` (${words}:) `)) +
				editsHtml(edit.edits, { aloud, once });
			return once ? inside : `<ins class="moved">${inside}</ins>`;
		}
		default: {
			const words = count > 0 ? leftWords(edit.to, kind, count) : '';
			const inside = remark(words && (block ? `${words}.` : ` (${words}) `));
			return once ? inside : `<del class="left">${bare(edit.runs)}</del>${inside}`;
		}
	}
}

/** A run with the target of its link in words. */
const changedRun = (run: Run): string =>
	runHtml(run) + (run.href === undefined ? '' : remark(` ${target(run.href)}`));

/**
 * Changed blocks as HTML; those that do not stand here in both versions have the class of what became of them.
 * `notes` are the signs of the footnotes of the new version, whose addresses no old footnote takes.
 */
export function changesHtml(
	blocks: readonly BlockChange[],
	notes: ReadonlySet<string> = new Set(),
): string {
	const counts = remarkCounts(blocks);
	return draw(blocks, {
		inside: (block) =>
			block.cells
				.map(({ op, edits }, column, cells) =>
					editsHtml(edits, {
						block: block.op !== 'both',
						kind: block.kind,
						count: column === cells.findIndex(isElsewhere) ? (counts.get(block) ?? 1) : 0,
						aloud: op === 'both' || block.kind === 'head',
					}),
				)
				.join('\t'),
		everyNumber: true,
		sign,
		mark: (block) => noteMark(block, notes) + classMark(block, counts),
		cellClass: ({ cells }, column) => {
			const op = cells[column]?.op;
			return op === 'both' ? undefined : op;
		},
	});
}

const isElsewhere = ({ edits }: BlockChange['cells'][number]): boolean =>
	edits.some(({ op }) => op === 'moved' || op === 'left');

/** The marker of an item, with the old one where they differ; a browser counts the new one itself where it can. */
function sign(block: BlockChange): string {
	const { marker, former } = block;
	if (!isRenumbered(block) || !marker || !former?.marker) return signHtml(block);
	const [was, is] = [printed(former.marker), printed(marker)];
	if (marker.form === '.') return remark(`<del>${heard('was ')}${was}</del> `, ' number');
	return `<span><del>${heard('was ')}${was}</del> <ins>${heard('now ')}${is}</ins></span> `;
}

/** The address of a footnote. */
function noteMark({ kind, op, label = '' }: BlockChange, notes: ReadonlySet<string>): string {
	const isOld = op === 'removed' || op === 'left';
	return kind === 'note' && !(isOld && notes.has(label)) ? ` id="${noteId(label)}"` : '';
}

function classMark(block: BlockChange, counts: ReadonlyMap<BlockChange, number>): string {
	const { op } = block;
	if (op === 'both')
		return isRenumbered(block) && block.marker?.form === '.' ? ' class="renumbered"' : '';
	const [edit] = block.cells.flatMap(({ edits }) => edits);
	const silent =
		op === 'left' &&
		edit?.op === 'left' &&
		(counts.get(block) === 0 || leftWords(edit.to, block.kind) === '');
	return ` class="${op}${silent ? ' silent' : ''}"`;
}

/** How many blocks in a row the remark at each is about; 0 where the one before it says the same. */
function remarkCounts(blocks: readonly BlockChange[]): Map<BlockChange, number> {
	const counts = new Map<BlockChange, number>();
	let first: BlockChange | undefined;
	for (const block of blocks) {
		const words = wordsOf(block);
		if (first && words && words === wordsOf(first) && block.kind === first.kind) {
			counts.set(first, (counts.get(first) ?? 1) + 1);
			counts.set(block, 0);
		} else first = block;
	}
	return counts;
}

function wordsOf({ op, kind, cells }: BlockChange): string {
	const [edit] = cells.flatMap(({ edits }) => edits);
	if (op === 'moved' && edit?.op === 'moved') return op + movedWords(edit.from);
	return op === 'left' && edit?.op === 'left' ? op + leftWords(edit.to, kind) : '';
}

/** The number of a clause, the old one beside it where they differ. */
export function numberHtml({ was, is }: ClauseChange): string {
	const [old, now] = [was?.number, is?.number];
	if (old === undefined || now === undefined || old === now) return `<span>${now ?? old}</span>`;
	return `<span class="number"><del>${heard('was ')}${old}</del> <ins>${heard('now ')}${now}</ins></span>`;
}
