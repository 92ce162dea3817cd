import type { ClauseChange, Redline } from './redline.ts';

type Change = 'added' | 'removed' | 'changed';
const changes = ['changed', 'added', 'removed'] as const satisfies Change[];

const nouns = {
	sentence: ['sentence', 'sentences'],
	paragraph: ['paragraph', 'paragraphs'],
	bullet: ['list item', 'list items'],
	number: ['list item', 'list items'],
	head: ['table row', 'table rows'],
	row: ['table row', 'table rows'],
	rule: ['line', 'lines'],
	term: ['term', 'terms'],
	definition: ['definition', 'definitions'],
	quote: ['quotation', 'quotations'],
	note: ['footnote', 'footnotes'],
} as const;

/** How many clauses met which change, the moved and the renamed apart. */
export interface ChangeCounts extends Record<Change, number> {
	readonly moved: number;
	readonly renamed: number;
}

/** Counts what became of the clauses. */
export function countChanges(redline: Redline): ChangeCounts {
	const count = (holds: (change: ClauseChange) => boolean) => redline.filter(holds).length;
	return {
		added: count(({ op }) => op === 'added'),
		removed: count(({ op }) => op === 'removed'),
		changed: count(({ op }) => op === 'changed'),
		moved: count(({ moved }) => moved),
		renamed: count(({ renamed }) => renamed),
	};
}

/** Whether a reader of one version would find the other the same. */
export const untouched = ({ op, moved, relevelled }: ClauseChange): boolean =>
	op === 'kept' && !moved && !relevelled;

/** What became of a clause in a line: `Renamed. 2 sentences changed, 1 list item added.` */
export function summary({ op, moved, relevelled, renamed, was, is, blocks }: ClauseChange): string {
	if (op === 'added') return 'New clause.';
	if (op === 'removed') return 'Clause removed.';
	const parts = changes.flatMap((change) => partsOf(blocks, change));
	return [
		...(moved || relevelled
			? [`Moved: it was number ${was?.number} and is now ${is?.number}.`]
			: []),
		...(renamed ? ['Renamed.'] : []),
		...(parts.length > 0 ? [`${parts.join(', ')}.`] : []),
	].join(' ');
}

/** `2 sentences changed`, for each noun that met this change. */
function partsOf(blocks: ClauseChange['blocks'], change: Change): string[] {
	const sentences = blocks
		.filter(({ op }) => op === 'changed')
		.flatMap((block) => block.sentences)
		.filter(({ op }) => op === change).length;
	const whole = Map.groupBy(
		blocks.filter(({ op }) => op === change && change !== 'changed'),
		({ kind }) => nouns[kind],
	);
	const counts = [...whole].map(([noun, found]) => [noun, found.length] as const);
	return [[nouns.sentence, sentences] as const, ...counts].flatMap(([[one, many], count]) =>
		count > 0 ? [`${count} ${count === 1 ? one : many} ${change}`] : [],
	);
}
