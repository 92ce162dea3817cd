import { type Block, type Document, joined } from '../text/document.ts';
import type { BlockChange, ClauseChange, Redline } from './changes.ts';
import { type Side, text } from './edits.ts';

/** The new version, made from the redline alone. */
export const accepted = (redline: Redline): Document => settled(redline, 'new');

/** The old version, made from the redline alone. */
export const rejected = (redline: Redline): Document => settled(redline, 'old');

function settled(redline: Redline, side: Side): Document {
	const place = ({ is, was }: ClauseChange) => (side === 'new' ? is : was);
	return redline
		.flatMap((change) => {
			const { index, level } = place(change) ?? {};
			if (index === undefined || level === undefined) return [];
			const { id, title, blocks } = change;
			const own = blocks.flatMap((block) => settledBlock(block, side));
			return [{ index, clause: { id, level, title: text(title, side), blocks: own } }];
		})
		.toSorted((a, b) => a.index - b.index)
		.map(({ clause }) => clause);
}

const absent = { old: ['added', 'moved'], new: ['removed', 'left'] } as const;

function settledBlock({ op, cells, former, ...block }: BlockChange, side: Side): Block[] {
	const isAbsent = (one: string) => absent[side].some((other) => other === one);
	if (isAbsent(op)) return [];
	const runs = cells
		.filter((cell) => !isAbsent(cell.op))
		.flatMap(({ edits }, index) => [...(index > 0 ? [{ text: '\t' }] : []), ...text(edits, side)]);
	return [{ ...(side === 'old' && former ? former : shapeOf(block)), runs: joined(runs) }];
}

function shapeOf({ runs: _, ...shape }: Block) {
	return shape;
}
