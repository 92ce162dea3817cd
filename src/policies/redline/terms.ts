import { plain } from '../text/document.ts';
import type { ClauseChange } from './changes.ts';
import { type Edit, text } from './edits.ts';

const month =
	'January|February|March|April|May|June|July|August|September|October|November|December';
const small = 'one|two|three|four|five|six|seven|eight|nine';
const teens = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const spelt = `(?:(?:${tens})(?:[-\\s](?:${small}))?|${teens}|${small}|a hundred|one hundred)`;
const count = `(?:\\d[\\d,]*|${spelt}(?:\\s\\(\\d+\\))?)`;
const unit = '(?:second|minute|hour|day|week|fortnight|month|quarter|year)s?';

/** Words on which duties and rights turn, by kind; where two could match, the first kind wins. */
const patterns = {
	money:
		'[£$€]\\s?\\d(?:[\\d,.]*\\d)?(?:\\s(?:million|billion))?|\\d[\\d,.]*\\s(?:pounds|pence|euros|dollars)',
	date: `\\d{1,2}\\s(?:${month})(?:\\s\\d{4})?|(?:${month})\\s\\d{1,2}(?:,?\\s\\d{4})?|\\d{4}-\\d{2}-\\d{2}`,
	period: `${count}[\\s-](?:(?:calendar|working|business|consecutive)\\s)?${unit}`,
	number: `\\d(?:[\\d,.:/]*\\d)?%?|(?!one\\b)${spelt}(?:\\s\\(\\d+\\))?`,
	modal: '(?:must|shall|may|might|will|would|can|could|should|need)(?:\\snot)?|cannot',
	negation: 'not|no|never|none|nor|neither|nobody|nothing|without|unless|except',
} as const;

type Kind = keyof typeof patterns;
const kinds = ['money', 'date', 'period', 'number', 'modal', 'negation'] as const satisfies Kind[];

const term = new RegExp(
	kinds
		.map((kind) => `(?<${kind}>(?<![\\p{L}\\p{N}])(?:${patterns[kind]})(?![\\p{L}\\p{N}]))`)
		.join('|'),
	'giu',
);

/** A term that the old wording has and the new has not, or the other way round, or one for another. */
export interface TermChange {
	readonly kind: Kind;
	readonly was?: string;
	readonly is?: string;
}

interface Term {
	readonly kind: Kind;
	readonly text: string;
	/** Where it starts in the passage with both wordings in it, in characters. */
	readonly place: number;
}

/**
 * The changed terms of a clause that both versions have. A term that only moved is none; one for another
 * are two of a kind in one passage, those of one unit before others, the nearest first.
 */
export function changedTerms(change: ClauseChange): TermChange[] {
	if (change.op !== 'changed') return [];
	const open = change.blocks.flatMap(({ cells }) => cells.map(({ edits }) => unkept(edits)));
	cancel(open);
	return distinct(open.flatMap(({ gone, come }) => paired(gone, come)));
}

interface Open {
	gone: Term[];
	come: Term[];
}

/** The terms of a passage that do not stay where they are. */
function unkept(edits: readonly Edit[]): Open {
	const stay = edits.flatMap((edit) =>
		edit.op === 'moved' ? edit.edits : edit.op === 'left' ? [] : [edit],
	);
	if (stay.every(({ op }) => op === 'kept' || op === 'restyled')) return { gone: [], come: [] };
	const [old, now] = [terms(stay, 'old'), terms(stay, 'new')];
	const sign = ({ place, text: words }: Term) => `${place} ${words}`;
	const [olds, nows] = [new Set(old.map(sign)), new Set(now.map(sign))];
	return {
		gone: old.filter((one) => !nows.has(sign(one))),
		come: now.filter((one) => !olds.has(sign(one))),
	};
}

/** The terms of one side, placed in the text of both. */
function terms(edits: readonly Edit[], side: 'old' | 'new'): Term[] {
	const starts: { at: number; place: number }[] = [];
	let [at, place] = [0, 0];
	for (const edit of edits) {
		const own = plain(text([edit], side)).length;
		if (own > 0) starts.push({ at, place });
		at += own;
		place += Math.max(plain(text([edit], 'old')).length, plain(text([edit], 'new')).length);
	}
	return [...plain(text(edits, side)).matchAll(term)].flatMap(({ groups = {}, index }) =>
		kinds.flatMap((kind): Term[] => {
			const { [kind]: words } = groups;
			const start = starts.findLast((one) => one.at <= index);
			if (!words || !start) return [];
			return [{ kind, text: words, place: start.place + index - start.at }];
		}),
	);
}

/** Drops what is gone in one passage of the clause and has come in another, word for word. */
function cancel(open: Open[]): void {
	const come = open.flatMap((passage) => passage.come.map((one) => ({ passage, one })));
	for (const passage of open)
		passage.gone = passage.gone.filter((old) => {
			const at = come.findIndex(({ one }) => one.text.toLowerCase() === old.text.toLowerCase());
			const [found] = at === -1 ? [] : come.splice(at, 1);
			if (found) found.passage.come = found.passage.come.filter((one) => one !== found.one);
			return !found;
		});
}

/** How far apart two terms are that may stand for each other, in characters; another unit is as bad as this. */
const otherUnit = 200;

function paired(gone: readonly Term[], come: readonly Term[]): TermChange[] {
	const all = gone.flatMap((was) =>
		come
			.filter(({ kind }) => kind === was.kind)
			.map((is) => {
				const far = Math.abs(was.place - is.place) + (unitOf(was) === unitOf(is) ? 0 : otherUnit);
				return { was, is, far };
			}),
	);
	const [olds, nows] = [new Map<Term, Term>(), new Set<Term>()];
	for (const { was, is } of all.toSorted((a, b) => a.far - b.far))
		if (!olds.has(was) && !nows.has(is)) {
			olds.set(was, is);
			nows.add(is);
		}
	const changes = [
		...gone.map((was) => ({ place: was.place, was, is: olds.get(was) })),
		...come.filter((is) => !nows.has(is)).map((is) => ({ place: is.place, was: undefined, is })),
	];
	return changes
		.toSorted((a, b) => a.place - b.place)
		.map(({ was, is }) => ({
			kind: (was ?? is)?.kind ?? 'number',
			...(was && { was: was.text }),
			...(is && { is: is.text }),
		}));
}

/** What a term counts: days, pounds, per cent; the same for all words of a kind that count nothing. */
function unitOf({ kind, text: words }: Term): string {
	if (kind === 'period') return /([a-z]+?)s?$/i.exec(words)?.[1]?.toLowerCase() ?? '';
	if (kind === 'money') return /[£$€]|[a-z]+$/i.exec(words)?.[0] ?? '';
	return words.endsWith('%') ? '%' : '';
}

function distinct(changes: readonly TermChange[]): TermChange[] {
	const seen = new Map(changes.map((change) => [`${change.was}→${change.is}`, change]));
	return [...seen.values()];
}
