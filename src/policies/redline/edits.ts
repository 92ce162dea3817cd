import { joined, plain, type Run } from '../text/document.ts';
import type { Formerly } from './kinds.ts';

/** Where a passage stood before, or stands now, and what became of it on the way. */
export interface Elsewhere {
	/** The clause there: its id, and its number in the version that has the passage there. */
	readonly id: string;
	readonly number: string;
	/**
	 * It stands further `up` or `down` in its clause, in another `clause`; it was `split` off or
	 * `joined`; or it stands where it stood in another `shape`, such as a bullet that became a paragraph.
	 */
	readonly way: 'up' | 'down' | 'clause' | 'split' | 'joined' | 'shape';
	/** What it was before, where it took another shape. */
	readonly formerly?: Formerly;
}

/**
 * A stretch of text and what became of it:
 * `kept` in both versions; `added` and `removed` in one;
 * `restyled` the same words in another style or with another target;
 * `moved` stands here now and stood elsewhere, with what changed in it on the way;
 * `left` stood here and stands elsewhere now.
 */
export type Edit =
	| { readonly op: 'kept' | 'added' | 'removed'; readonly runs: readonly Run[] }
	| { readonly op: 'restyled'; readonly was: readonly Run[]; readonly runs: readonly Run[] }
	| { readonly op: 'moved'; readonly edits: readonly Edit[]; readonly from: Elsewhere }
	| { readonly op: 'left'; readonly runs: readonly Run[]; readonly to: Elsewhere };

export type Side = 'old' | 'new';

/** The text of one side of edits. */
export const text = (edits: readonly Edit[], side: Side): Run[] =>
	joined(edits.flatMap((edit) => runsOf(edit, side)));

function runsOf(edit: Edit, side: Side): readonly Run[] {
	switch (edit.op) {
		case 'kept':
			return edit.runs;
		case 'restyled':
			return side === 'new' ? edit.runs : edit.was;
		case 'added':
			return side === 'new' ? edit.runs : [];
		case 'moved':
			return side === 'new' ? text(edit.edits, 'new') : [];
		default:
			return side === 'old' ? edit.runs : [];
	}
}

/** Edits without empty ones, neighbours of one kind joined. */
export function merged(edits: readonly Edit[]): Edit[] {
	const result: Edit[] = [];
	for (const edit of edits) {
		const last = result.at(-1);
		const both = last && together(last, edit);
		if (both) result.splice(-1, 1, both);
		else if (!('runs' in edit) || edit.runs.length > 0 || edit.op === 'restyled') result.push(edit);
	}
	return result;
}

function together(a: Edit, b: Edit): Edit | undefined {
	if (a.op === 'restyled' && b.op === 'restyled' && difference(a) === difference(b))
		return {
			op: a.op,
			was: joined([...a.was, ...b.was]),
			runs: joined([...a.runs, ...b.runs]),
		};
	const plain = a.op === 'kept' || a.op === 'added' || a.op === 'removed';
	return plain && a.op === b.op ? { op: a.op, runs: joined([...a.runs, ...b.runs]) } : undefined;
}

const looks = ['strong', 'em', 'strike', 'code', 'note', 'href', 'abbr', 'image'] as const;

/** What is different about words that stayed; the same for the same difference. */
const difference = ({ was: [old], runs: [now] }: Extract<Edit, { op: 'restyled' }>): string =>
	JSON.stringify(
		looks.map((look) => {
			const both = [old?.[look], now?.[look]].map((one) => JSON.stringify(one));
			return both[0] === both[1] ? [] : both;
		}),
	);

/** Whether only blanks look different, which nobody sees. */
export const isBlank = (edit: Edit): boolean =>
	edit.op === 'restyled' && plain(edit.runs).trim() === '' && !edit.runs.some(({ image }) => image);

/** Whether nothing at all became of a text. */
export const same = (edits: readonly Edit[]): boolean => edits.every(({ op }) => op === 'kept');
