import type { Edit } from '../edits.ts';
import { longestRise } from '../pairing/rise.ts';
import { sequence, wordEdits } from '../words/word-edits.ts';
import type { Stray, Strays } from './stray.ts';

/** The removed sentences that one in their place stands for, in the same order: those did not move. */
export function inPlace(
	{ removed, added }: Strays,
	pairs: ReadonlyMap<number, number>,
): ReadonlyMap<Stray | undefined, Stray> {
	const here = [...pairs].filter(([from, to]) => removed[from]?.replacedBy === added[to]?.edit);
	return new Map(
		longestRise(here.toSorted(([a], [b]) => a - b)).flatMap(([from, to]) => {
			const { [to]: now } = added;
			return now ? [[removed[from], now] as const] : [];
		}),
	);
}

/** A stretch in place of another, parted at the sentences that stayed. */
export function woven(
	old: readonly Stray[],
	now: readonly Stray[],
	still: ReadonlyMap<Stray | undefined, Stray>,
	drawn: (stray: Stray) => readonly Edit[],
): Edit[] {
	const places = new Map(now.map((stray, at) => [stray, at]));
	const pairs = old.flatMap((stray, at) => {
		const other = still.get(stray);
		return other ? [[at, places.get(other) ?? 0] as const] : [];
	});
	return sequence(old, now, pairs).flatMap(([was, is]) =>
		was && is
			? wordEdits(was.runs, is.runs)
			: [was, is].flatMap((stray) => (stray ? drawn(stray) : [])),
	);
}
