import { diffArrays } from 'diff';
import { align, equal, type Pairs } from './align.ts';
import { joined, plain, type Run } from '../text/document.ts';
import { identity, overlap, sentences, tokens, vocabulary } from './tokenise.ts';

/** A stretch of text that both versions have, or only the new, or only the old one. */
export interface Edit {
	readonly op: 'kept' | 'added' | 'removed';
	readonly runs: readonly Run[];
}

/** What became of a sentence. */
export interface Sentence {
	readonly op: Edit['op'] | 'changed';
	readonly edits: readonly Edit[];
}

/** Every sentence of a passage that only one version has. */
export const whole = (op: Edit['op'], runs: readonly Run[]): Sentence[] =>
	sentences(runs).map((sentence) => ({ op, edits: [{ op, runs: sentence }] }));

/** What became of each sentence between two texts of one passage, in reading order. */
export function sentenceEdits(before: readonly Run[], after: readonly Run[]): Sentence[] {
	const [old, now] = [sentences(before).map(known), sentences(after).map(known)];
	return sequence(old, now, align(old, now, likeness)).map(([was, is]) => {
		if (was && is) return paired(was, is);
		return was ? only('removed', was) : only('added', is ?? known([]));
	});
}

interface Known {
	readonly runs: readonly Run[];
	readonly key: string;
	readonly words: readonly string[];
}

const known = (runs: readonly Run[]): Known => ({
	runs,
	key: runs.map(identity).join('').trimEnd(),
	words: vocabulary(runs),
});

const only = (op: Edit['op'], { runs }: Known): Sentence => ({ op, edits: [{ op, runs }] });

/** The blank after a sentence comes and goes with its neighbours: it makes no change. */
const paired = (was: Known, is: Known): Sentence => ({
	op: was.key === is.key ? 'kept' : 'changed',
	edits: wordEdits(was.runs, is.runs),
});

function likeness(a: Known, b: Known): number {
	if (a.key === b.key) return equal;
	const shared = overlap(a.words, b.words);
	return shared >= 0.5 ? shared : 0;
}

/** Both lists in one, pairs side by side; where they part, the old comes before the new. */
export function sequence<T>(before: readonly T[], after: readonly T[], pairs: Pairs) {
	const result: (readonly [T | undefined, T | undefined])[] = [];
	let [row, column] = [0, 0];
	for (const [nextRow, nextColumn] of [...pairs, [before.length, after.length] as const]) {
		while (row < nextRow) result.push([before[row++], undefined]);
		while (column < nextColumn) result.push([undefined, after[column++]]);
		if (row < before.length && column < after.length) result.push([before[row++], after[column++]]);
	}
	return result;
}

/** What became of the words of a sentence; the whole sentence is replaced where less than half survives. */
export function wordEdits(before: readonly Run[], after: readonly Run[]): Edit[] {
	const [old, now] = [tokens(before), tokens(after)];
	const pairs = withoutIslands(commonWords(old, now), { old, now });
	const survives = letters(pairs.flatMap(([row]) => old[row] ?? []));
	const enough = survives * 2 >= Math.max(letters(old), letters(now));
	const steps = sequence(old, now, enough ? pairs : []);
	const edits = steps.map(([was, is]): Edit => {
		if (was && is) return { op: 'kept', runs: [is] };
		return was ? { op: 'removed', runs: [was] } : { op: 'added', runs: is ? [is] : [] };
	});
	return merged(edits);
}

const letters = (runs: readonly Run[]) => plain(runs).replace(/\s/g, '').length;

/** The words that two texts share. The same pairs come out whichever text is named first. */
function commonWords(old: readonly Run[], now: readonly Run[]): Pairs {
	const [a, b] = [old.map(identity), now.map(identity)];
	if (a.join('') > b.join('')) return commonWords(now, old).map(([row, column]) => [column, row]);
	const pairs: [number, number][] = [];
	let [row, column] = [0, 0];
	for (const { added, removed, count } of diffArrays(a, b)) {
		if (removed) row += count;
		else if (added) column += count;
		else for (let left = count; left > 0; left--) pairs.push([row++, column++]);
	}
	return pairs;
}

/** Drops what little survives between two changes: a blank, a comma, a short word reads worse than none. */
function withoutIslands(
	pairs: Pairs,
	{ old, now }: { old: readonly Run[]; now: readonly Run[] },
): Pairs {
	const stretches: [number, number][][] = [];
	for (const [row, column] of pairs) {
		const last = stretches.at(-1)?.at(-1);
		if (last && last[0] === row - 1 && last[1] === column - 1)
			stretches.at(-1)?.push([row, column]);
		else stretches.push([[row, column]]);
	}
	const inside = ([[row, column] = [0, 0]]: [number, number][], length: number) =>
		(row > 0 || column > 0) && (row + length < old.length || column + length < now.length);
	const small = (stretch: [number, number][]) =>
		stretch.every(([row]) => (old[row]?.text.length ?? 0) < 4);
	return stretches.filter((stretch) => !(small(stretch) && inside(stretch, stretch.length))).flat();
}

/** Neighbours of one kind joined; between two stretches that both kept, the old comes before the new. */
function merged(edits: readonly Edit[]): Edit[] {
	const result: Edit[] = [];
	for (const { op, runs } of edits) {
		const last = result.at(-1);
		if (last?.op === op) result.splice(-1, 1, { op, runs: joined([...last.runs, ...runs]) });
		else result.push({ op, runs });
	}
	return result;
}
