import { type Block, type Document, joined } from '../text/document.ts';
import type { Edit } from './edits.ts';
import type { BlockChange, ClauseChange, Redline } from './redline.ts';

/** The new version, made from the redline alone. */
export const accepted = (redline: Redline): Document => settled(redline, 'added');

/** The old version, made from the redline alone. */
export const rejected = (redline: Redline): Document => settled(redline, 'removed');

function settled(redline: Redline, side: 'added' | 'removed'): Document {
	const place = ({ is, was }: ClauseChange) => (side === 'added' ? is : was);
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

function settledBlock(block: BlockChange, side: 'added' | 'removed'): Block[] {
	if (block.op !== side && (block.op === 'added' || block.op === 'removed')) return [];
	const { kind, depth, label, align, sentences } = block;
	const marker = side === 'added' || block.op === side ? block.marker : block.formerMarker;
	const anchors = side === 'added' ? block.anchors : block.formerAnchors;
	const edits = sentences.flatMap((sentence) => sentence.edits);
	const shape = { ...(marker && { marker }), ...(label && { label }), ...(align && { align }) };
	return [{ kind, depth, runs: text(edits, side), anchors, ...shape }];
}

/** The words of one side of a row of edits. */
export const text = (edits: readonly Edit[], side: 'added' | 'removed') =>
	joined(edits.filter(({ op }) => op === 'kept' || op === side).flatMap(({ runs }) => runs));
