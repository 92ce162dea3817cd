import {
	type BlockChange,
	type ClauseChange,
	isRealigned,
	isRenumbered,
	type Place,
} from './changes.ts';
import { countIn, countWords, flat, isOtherLink, passages, type WordCounts } from './counts.ts';
import { type Edit, isBlank } from './edits.ts';
import { counted, nounOf } from './kinds.ts';

/** Whether a reader of one version would find the other the same. */
export const untouched = ({ op, moved, relevelled }: ClauseChange): boolean =>
	op === 'kept' && !moved && !relevelled;

/** What became of a clause, in words: `Renamed. 1 list item moved. 12 words added, 3 removed.` */
export function summary(change: ClauseChange): string {
	const { op, renamed } = change;
	if (op === 'added') return joinedUp(['New clause.', ...arrivals(change)]);
	if (op === 'removed') return joinedUp(['Clause removed.', ...departures(change)]);
	return joinedUp([
		...place(change),
		...(renamed ? ['Renamed.'] : []),
		sentence(blockCounts(change.blocks)),
		sentence(restyled(change)),
		sentence(wordCounts(countWords(change))),
		...(op === 'kept' && !untouched(change) ? ['Its words are the same.'] : []),
	]);
}

const joinedUp = (parts: readonly string[]) => parts.filter(Boolean).join(' ');

const sentence = (parts: readonly string[]) => (parts.length > 0 ? `${parts.join(', ')}.` : '');

/** Where a clause stood and stands, where that changed by more than the count of those before it. */
function place({ moved, relevelled, was, is }: ClauseChange): string[] {
	if (!was || !is) return [];
	if (!relevelled)
		return moved ? [`Moved: it was number ${was.number} and is now ${is.number}.`] : [];
	const [from, to] = [parent(was), parent(is)];
	const before = from ? `${was.number}, part of clause ${from}` : `clause ${was.number}`;
	const now = to ? `part of clause ${to}, as ${is.number}` : `a clause of its own, ${is.number}`;
	return [`It was ${before}, and is now ${now}.`];
}

const parent = ({ number }: Place): string => number.split('.').slice(0, -1).join('.');

/** Where the words of a removed clause stand now. */
function departures({ blocks }: ClauseChange): string[] {
	const to = blocks.flatMap(({ cells }) =>
		cells.flatMap(({ edits }) =>
			edits.flatMap((edit) => (edit.op === 'left' ? [edit.to.number] : [])),
		),
	);
	const all = blocks.every(({ op }) => op === 'left');
	return to.length > 0 ? [`${all ? 'Its text' : 'Some of its text'} is now in ${list(to)}.`] : [];
}

/** Where the words of a new clause stood before. */
function arrivals({ blocks }: ClauseChange): string[] {
	const from = blocks.flatMap(({ cells }) =>
		cells.flatMap(({ edits }) =>
			edits.flatMap((edit) => (edit.op === 'moved' ? [edit.from.number] : [])),
		),
	);
	const all = blocks.every(({ op }) => op === 'moved');
	const words = wordCounts(countIn(blocks.flatMap(movedEdits)));
	const changes = words.length > 0 ? `, with changes: ${words.join(', ')}` : '';
	return from.length > 0
		? [`${all ? 'Its text' : 'Some of its text'} was in ${list(from)} before${changes}.`]
		: [];
}

/** What became of the words of a block that stood elsewhere before. */
const movedEdits = ({ cells }: BlockChange): Edit[] =>
	cells.flatMap(({ edits }) => edits.flatMap((edit) => (edit.op === 'moved' ? edit.edits : [])));

/** `clause 1`, `clauses 1 and 3`. */
function list(numbers: readonly string[]): string {
	const all = [...new Set(numbers)];
	return `${all.length === 1 ? 'clause' : 'clauses'} ${all.join(' and ')}`;
}

/** `1 paragraph added`, for each noun that met this fate, in the order in which they are met. */
function blockCounts(blocks: readonly BlockChange[]): string[] {
	const met = blocks.flatMap((block) =>
		fates(block).map((fate) => ({ ...fate, kind: block.kind })),
	);
	const groups = Map.groupBy(met, ({ kind, part, fate }) => `${part || nounOf(kind)} ${fate}`);
	return [...groups.values()].flatMap((group) => {
		const [first] = group;
		if (!first) return [];
		const { length } = group;
		const noun = first.part
			? `${length} ${first.part}${length > 1 ? 's' : ''}`
			: counted(first.kind, length);
		return [`${noun} ${first.fate}`];
	});
}

interface Fate {
	readonly fate: string;
	/** What is said of a part of a block. */
	readonly part?: 'passage' | 'table column';
}

/** What became of a block, or of parts of one that stayed. */
function fates(block: BlockChange): Fate[] {
	const { op, cells } = block;
	const edits = cells.flatMap((cell) => cell.edits);
	const elsewhere = edits.find((edit) => edit.op === 'moved' || edit.op === 'left');
	if (elsewhere && op !== 'both' && (block.kind === 'row' || op === 'moved' || op === 'left'))
		return moveFate(elsewhere);
	if (op === 'added' || op === 'removed') return [{ fate: op }];
	const renumbered = isRenumbered(block) ? [{ fate: 'renumbered' }] : [];
	const realigned =
		isRealigned(block) && cells.every((cell) => cell.op === 'both')
			? [{ fate: 'set differently' }]
			: [];
	const columns = cells.flatMap((cell): Fate[] =>
		block.kind === 'head' && cell.op !== 'both' ? [{ fate: cell.op, part: 'table column' }] : [],
	);
	const moves = edits.flatMap(moveFate).map((fate): Fate => ({ ...fate, part: 'passage' }));
	return [...renumbered, ...realigned, ...columns, ...moves];
}

const waysHere = {
	up: 'moved',
	down: 'moved',
	split: 'split off',
	joined: 'joined to another',
	shape: 'set differently',
} as const;

function moveFate(edit: Edit): Fate[] {
	if (edit.op === 'moved') {
		const { way, number } = edit.from;
		return [{ fate: way === 'clause' ? `moved here from clause ${number}` : waysHere[way] }];
	}
	return edit.op === 'left' && edit.to.way === 'clause'
		? [{ fate: `moved to clause ${edit.to.number}` }]
		: [];
}

function restyled(change: ClauseChange): string[] {
	const all = passages(change)
		.flatMap(flat)
		.filter(({ op }) => op === 'restyled');
	const seen = all.filter((edit) => !isBlank(edit));
	const found = seen.length > 0 ? seen : all;
	const links = found.filter(isOtherLink).length;
	return [
		...(links > 0 ? [`${links} ${links === 1 ? 'link' : 'links'} changed`] : []),
		...(links < found.length ? ['the look of words changed'] : []),
	];
}

/** `12 words added, 3 removed`. */
export function wordCounts({ added, removed }: WordCounts): string[] {
	const words = (count: number) => (count === 1 ? '1 word' : `${count} words`);
	if (added > 0) return [`${words(added)} added`, ...(removed > 0 ? [`${removed} removed`] : [])];
	return removed > 0 ? [`${words(removed)} removed`] : [];
}
