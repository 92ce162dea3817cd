import { plain, type Run } from '../text/document.ts';
import { remembered } from '../text/remembered.ts';
import type { ClauseChange } from './changes.ts';
import { type Edit, text } from './edits.ts';
import { meaning, unitOf } from './term-meaning.ts';
import { type Kind, termsIn } from './term-patterns.ts';

/** A term that the old wording has and the new has not, or the other way round, or one for another. */
export interface TermChange {
	readonly kind: Kind;
	readonly was?: string;
	readonly is?: string;
}

interface Term {
	readonly kind: Kind;
	readonly text: string;
	/** Where it starts in the passage with both wordings in it, in characters; what replaces a stretch starts where that does. */
	readonly place: number;
	/** The edit that it starts in; a stretch and what replaces it count as one. */
	readonly edit: number;
}

/**
 * The changed terms of a clause that both versions have, and of what a new clause has from others. A term that only
 * moved, or is only written in another way, is none; one for another are two of a kind in one passage: those that stand
 * in the same stretch before others, those of one unit before others, the nearest first.
 */
export const changedTerms = remembered('changed terms', (change: ClauseChange): TermChange[] => {
	const { op } = change;
	if (op === 'kept' || op === 'removed') return [];
	const own = change.blocks.flatMap(({ cells }) => cells.map(({ edits }) => edits));
	const open = own.map((edits) => unkept(op === 'added' ? edits.filter(isMoved) : edits));
	const replaced = open.map(replacements);
	cancel(open);
	return distinct(
		open.flatMap((rest, at) =>
			[...(replaced[at] ?? []), ...pairs(rest)].toSorted(inPlace).flatMap(told),
		),
	);
});

const isMoved = ({ op }: Edit) => op === 'moved';

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
	const sign = (one: Term) => `${one.place} ${meaning(one)}`;
	const [olds, nows] = [new Set(old.map(sign)), new Set(now.map(sign))];
	return {
		gone: old.filter((one) => !nows.has(sign(one))),
		come: now.filter((one) => !olds.has(sign(one))),
	};
}

/** The terms of one side, placed in the text of both. */
function terms(edits: readonly Edit[], side: 'old' | 'new'): Term[] {
	const starts: { at: number; place: number; edit: number }[] = [];
	let [at, place, before] = [0, 0, 0];
	edits.forEach((edit, index) => {
		const replaces = edit.op === 'added' && edits[index - 1]?.op === 'removed';
		const start = replaces ? before : place;
		const own = plain(text([edit], side)).length;
		if (own > 0) starts.push({ at, place: start, edit: replaces ? index - 1 : index });
		at += own;
		before = start;
		const longest = Math.max(
			...(['old', 'new'] as const).map((one) => plain(text([edit], one)).length),
		);
		place = Math.max(place, start + longest);
	});
	return termsIn(withoutNotes(text(edits, side))).flatMap(({ index, ...found }): Term[] => {
		const start = starts.findLast((one) => one.at <= index);
		return start ? [{ ...found, place: start.place + index - start.at, edit: start.edit }] : [];
	});
}

/** The words of runs, with the signs of footnotes blotted out. */
const withoutNotes = (runs: readonly Run[]): string =>
	plain(runs.map((run) => (run.note ? { text: '*'.repeat(run.text.length) } : run)));

/** Takes out of a passage what one stretch has in place of another, and tells it; what both have is no change. */
function replacements(passage: Open): Pair[] {
	const { gone, come } = passage;
	const found = [...Map.groupBy(gone, ({ edit }) => edit)].flatMap(([edit, olds]) => {
		const nows = come.filter((one) => one.edit === edit);
		const first = pairs({ gone: olds.slice(0, 1), come: nows.slice(0, 1) }).filter(
			({ was, is }) => was && is && was.place === is.place,
		);
		const rest = { gone: without(olds, first), come: without(nows, first) };
		cancel([rest]);
		return [...first, ...pairs(rest).filter(({ was, is }) => was && is)];
	});
	passage.gone = without(gone, found);
	passage.come = without(come, found);
	return found;
}

const without = (list: readonly Term[], found: readonly Pair[]): Term[] =>
	list.filter((one) => !found.some(({ was, is }) => one === was || one === is));

/** Drops what is gone in one passage of the clause and has come in another, whatever it is written as. */
function cancel(open: readonly Open[]): void {
	const come = open.flatMap((passage) => passage.come.map((one) => ({ passage, one })));
	for (const passage of open)
		passage.gone = passage.gone.filter((old) => {
			const at = come.findIndex(({ one }) => meaning(one) === meaning(old));
			const [found] = at === -1 ? [] : come.splice(at, 1);
			if (found) found.passage.come = found.passage.come.filter((one) => one !== found.one);
			return !found;
		});
}

/** How far apart two terms are that may stand for each other, in characters; another unit is as bad as this. */
const otherUnit = 200;

interface Pair {
	readonly was: Term | undefined;
	readonly is: Term | undefined;
}

/** Each term with the one of its kind that is nearest, if there is one. */
function pairs({ gone, come }: Open): Pair[] {
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
	return [
		...gone.map((was) => ({ was, is: olds.get(was) })),
		...come.filter((is) => !nows.has(is)).map((is) => ({ was: undefined, is })),
	];
}

const placeOf = ({ was, is }: Pair): number => (was ?? is)?.place ?? 0;
const inPlace = (a: Pair, b: Pair): number => placeOf(a) - placeOf(b);

function told({ was, is }: Pair): TermChange[] {
	const kind = (was ?? is)?.kind;
	return kind ? [{ kind, ...(was && { was: was.text }), ...(is && { is: is.text }) }] : [];
}

function distinct(changes: readonly TermChange[]): TermChange[] {
	const seen = new Map(changes.map((change) => [`${change.was}→${change.is}`, change]));
	return [...seen.values()];
}
