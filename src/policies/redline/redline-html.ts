import type { Run } from '../text/document.ts';
import type { Edit } from './edits.ts';
import { draw } from '../text/draw.ts';
import { escaped, runHtml } from '../text/html.ts';
import type { BlockChange } from './redline.ts';

const tags = { added: 'ins', removed: 'del' } as const;

/** Words that only screen readers hear, since most of them pass over `ins` and `del`. */
const heard = (words: string) => `<span class="unseen"> ${words} </span>`;

/** Edits as HTML. A changed stretch names the targets of its links; `aloud` adds the words for screen readers. */
export const editsHtml = (edits: readonly Edit[], { aloud = true } = {}): string =>
	edits.map((edit) => editHtml(edit, aloud)).join('');

function editHtml({ op, runs }: Edit, aloud: boolean): string {
	if (op === 'kept') return runs.map(runHtml).join('');
	const { [op]: tag } = tags;
	const [start, end] = aloud ? [heard(`${op}:`), heard(`end ${op}.`)] : ['', ''];
	const cellHtml = (cell: readonly Run[]) => {
		const [, before = '', html = '', after = ''] =
			/^(\s*)(.*?)(\s*)$/s.exec(cell.map(changedRun).join('')) ?? [];
		return html ? `${before}<${tag}>${start}${html}${end}</${tag}>${after}` : before;
	};
	return cells(runs).map(cellHtml).join('\t');
}

/** A run with the target of its link in words. */
function changedRun({ href, ...run }: Run): string {
	const words = runHtml(run);
	return href === undefined ? words : `${words} <span class="to">${escaped(`<${href}>`)}</span>`;
}

/** Runs parted at the borders of table cells. */
function cells(runs: readonly Run[]): Run[][] {
	const parted: Run[][] = [[]];
	for (const run of runs) {
		const [first = '', ...rest] = run.text.split('\t');
		parted.at(-1)?.push({ ...run, text: first });
		for (const text of rest) parted.push([{ ...run, text }]);
	}
	return parted;
}

/** Changed blocks as HTML; those that only one version has are marked with `class="added"` or `"removed"`. */
export const changesHtml = (blocks: readonly BlockChange[]): string =>
	draw(blocks, {
		inside: ({ sentences }) => editsHtml(sentences.flatMap(({ edits }) => edits)),
		mark: ({ op }) => (op === 'added' || op === 'removed' ? ` class="${op}"` : ''),
	});
