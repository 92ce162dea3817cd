import { align, equal } from './align.ts';
import { type Block, type Clause, type Document, numbers } from '../text/document.ts';
import type { Marker } from '../text/markers.ts';
import { type Edit, sentenceEdits, type Sentence, sequence, whole, wordEdits } from './edits.ts';
import { identity, overlap, vocabulary } from './tokenise.ts';

/** What became of a block: as it stands now, or as it stood where it was removed. */
export interface BlockChange extends Block {
	readonly op: Sentence['op'];
	readonly sentences: readonly Sentence[];
	/** The anchors that the block had before; none where it is new. */
	readonly formerAnchors: readonly string[];
	/** The marker that the block had before, where it is an item of a numbered list in both versions. */
	readonly formerMarker?: Marker;
}

/** Where a clause stands in one version. */
interface Place {
	readonly index: number;
	readonly number: string;
	readonly level: Clause['level'];
}

/** What became of a clause, told by its id. */
export interface ClauseChange {
	readonly id: string;
	readonly op: Sentence['op'];
	readonly renamed: boolean;
	/** Whether it stands elsewhere among the clauses that both versions have. */
	readonly moved: boolean;
	/** Whether it became a clause inside another, or stopped being one. */
	readonly relevelled: boolean;
	readonly title: readonly Edit[];
	readonly blocks: readonly BlockChange[];
	readonly was?: Place;
	readonly is?: Place;
}

/** What became of each clause from one version to another, in the new order; removed ones follow what they followed. */
export type Redline = readonly ClauseChange[];

interface Placed extends Clause {
	readonly place: Place;
}

/** Compares two versions clause by clause, then by block, sentence and word. */
export function redline(before: Document, after: Document): Redline {
	const [old, now] = [placed(before), placed(after)];
	const oldById = new Map(old.map((clause) => [clause.id, clause]));
	const nowIds = new Set(now.map(({ id }) => id));
	const moved = movedIds(now.flatMap(({ id }) => oldById.get(id) ?? []));
	const changes = now.map((clause) => compared(oldById.get(clause.id), clause, moved));
	old.forEach((clause, index) => {
		if (nowIds.has(clause.id)) return;
		let after = changes.findIndex(({ id }) => id === old[index - 1]?.id) + 1;
		while (((changes[after]?.is ?? changes[after]?.was)?.level ?? 2) > clause.level) after++;
		changes.splice(after, 0, compared(clause, undefined, moved));
	});
	return changes;
}

function placed(document: Document): Placed[] {
	const number = numbers(document);
	return document.map((clause, index) => {
		return { ...clause, place: { index, number: number[index] ?? '', level: clause.level } };
	});
}

/** The ids that leave the old order: all but the longest row of clauses that still follow one another. */
function movedIds(inNewOrder: readonly Placed[]): ReadonlySet<string> {
	const longest: Placed[][] = [];
	for (const clause of inNewOrder) {
		const earlier = longest.filter((row) => (row.at(-1)?.place.index ?? -1) < clause.place.index);
		const best = earlier.reduce<Placed[]>((a, b) => (b.length > a.length ? b : a), []);
		longest.push([...best, clause]);
	}
	const stay = new Set(longest.reduce<Placed[]>((a, b) => (b.length > a.length ? b : a), []));
	return new Set(inNewOrder.filter((clause) => !stay.has(clause)).map(({ id }) => id));
}

function compared(
	was: Placed | undefined,
	is: Placed | undefined,
	moved: ReadonlySet<string>,
): ClauseChange {
	const title = titleEdits(was, is);
	const blocks = blockChanges(was?.blocks ?? [], is?.blocks ?? []);
	const touched = [...title, ...blocks].some(({ op }) => op !== 'kept');
	const op = !was ? 'added' : !is ? 'removed' : touched ? 'changed' : 'kept';
	const id = (is ?? was)?.id ?? '';
	return {
		...{ id, op, title, blocks },
		renamed: op === 'changed' && title.some((edit) => edit.op !== 'kept'),
		moved: moved.has(id),
		relevelled: was !== undefined && is !== undefined && was.level !== is.level,
		...(was && { was: was.place }),
		...(is && { is: is.place }),
	};
}

function titleEdits(was: Clause | undefined, is: Clause | undefined): Edit[] {
	if (was && is) return wordEdits(was.title, is.title);
	return was ? [{ op: 'removed', runs: was.title }] : [{ op: 'added', runs: is?.title ?? [] }];
}

interface Known {
	readonly block: Block;
	readonly key: string;
	readonly shape: string;
	readonly words: readonly string[];
}

function known(block: Block): Known {
	const columns = block.runs.flatMap(({ text }) => text.match(/\t/g) ?? []).length;
	return {
		block,
		key: block.runs.map(identity).join(''),
		shape: [block.kind, block.depth, columns, block.label, block.align].join(),
		words: vocabulary(block.runs),
	};
}

function likeness(a: Known, b: Known): number {
	if (a.shape !== b.shape) return 0;
	if (a.key === b.key) return equal;
	const shared = overlap(a.words, b.words);
	return shared >= 0.35 ? shared : 0;
}

function blockChanges(before: readonly Block[], after: readonly Block[]): BlockChange[] {
	const [old, now] = [before.map(known), after.map(known)];
	return sequence(old, now, align(old, now, likeness)).flatMap(([was, is]): BlockChange[] => {
		if (was && is) return [blockChange(was, is)];
		if (was) return [alone('removed', was.block)];
		return is ? [alone('added', is.block)] : [];
	});
}

const alone = (op: 'added' | 'removed', block: Block): BlockChange => ({
	...block,
	op,
	sentences: whole(op, block.runs),
	formerAnchors: op === 'removed' ? block.anchors : [],
});

function blockChange({ block: was, key }: Known, { block: is, key: newKey }: Known): BlockChange {
	const same = key === newKey;
	const sentences = same ? whole('kept', is.runs) : sentenceEdits(was.runs, is.runs);
	const formerMarker = was.marker && { formerMarker: was.marker };
	return {
		...is,
		op: same ? 'kept' : 'changed',
		sentences,
		formerAnchors: was.anchors,
		...formerMarker,
	};
}
