import { type Block, type Document, opens, type Run } from '../../text/document.ts';
import { identity, vocabulary } from '../words/tokenise.ts';
import { type Alike, bagOf } from './likeness.ts';

/** What is compared as a whole: a block, or a table with all its rows. */
export interface Unit extends Alike {
	readonly blocks: readonly [Block, ...Block[]];
	/** The place of its clause in the version. */
	readonly clause: number;
	/** Its own place among all of them. */
	readonly order: number;
	/** The item, quotation or footnote that it stands in. */
	readonly parent: Unit | undefined;
	readonly children: Unit[];
	/** What it looks like, apart from its words and its number: the same for two that can stand for each other. */
	readonly shape: string;
	readonly isTable: boolean;
}

/** The units of the versions last asked for. A version is compared with many, one policy after another. */
const recent = new Map<Document, readonly Unit[]>();
const mostRecent = 32;

/** The units of a version, in order; the same ones where it was asked for a while ago. */
export function units(document: Document): readonly Unit[] {
	const found = recent.get(document) ?? unitsIn(document);
	recent.delete(document);
	recent.set(document, found);
	const [oldest] = recent.keys();
	if (oldest && recent.size > mostRecent) recent.delete(oldest);
	return found;
}

/** The units of a version, in order, made anew. */
export function unitsIn(document: Document): Unit[] {
	const all: Unit[] = [];
	document.forEach(({ blocks }, clause) => {
		const open: Unit[] = [];
		for (let at = 0; at < blocks.length;) {
			const own = together(blocks, at);
			while (open.length > 0 && !holds(open.at(-1)?.blocks[0], own[0])) open.pop();
			const parent = open.at(-1);
			const unit = unitOf(own, { clause, order: all.length, parent });
			parent?.children.push(unit);
			all.push(unit);
			if (opens(own[0].kind)) open.push(unit);
			at += own.length;
		}
	});
	return all;
}

const isRow = (block: Block | undefined) => block?.kind === 'head' || block?.kind === 'row';

/** A block, with the other rows where it is the first of a table. */
function together(blocks: readonly Block[], at: number): [Block, ...Block[]] {
	const [first, ...rest] = blocks.slice(at, at + 1);
	if (!first) throw new RangeError('No block there');
	if (!isRow(first)) return [first, ...rest];
	const others: Block[] = [];
	for (const next of blocks.slice(at + 1)) {
		if (next.kind !== 'row' || next.depth !== first.depth) break;
		others.push(next);
	}
	return [first, ...others];
}

/** Whether a block stands in what an earlier one opened. */
const holds = (outer: Block | undefined, block: Block): boolean =>
	outer !== undefined &&
	(block.depth > outer.depth || (block.depth === outer.depth && !opens(block.kind)));

function unitOf(
	blocks: [Block, ...Block[]],
	place: Pick<Unit, 'clause' | 'order' | 'parent'>,
): Unit {
	const runs = blocks.flatMap((block) => block.runs);
	const isTable = isRow(blocks[0]);
	return {
		...place,
		blocks,
		children: [],
		isTable,
		shape: isTable ? `table ${blocks[0].depth}` : shapeOf(blocks[0]),
		key: blocks.map((block) => keyOf(block.runs)).join('\n'),
		...bagOf(vocabulary(runs)),
	};
}

export const keyOf = (runs: readonly Run[]): string => runs.map(identity).join('');

/** Two numbers of a list may stand for each other, however they are written. */
function shapeOf({ runs: _, anchors: __, marker: ___, ...rest }: Block): string {
	return JSON.stringify(rest);
}
