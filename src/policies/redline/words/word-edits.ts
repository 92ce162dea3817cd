import { joined, type Run } from '../../text/document.ts';
import { type Edit, merged } from '../edits.ts';
import { identity, type Token, tokens } from './tokenise.ts';
import type { Pairs } from '../pairing/rise.ts';
import { sharedTokens } from './word-steps.ts';

/** A token of the old text, of the new one, or one of each that belong together. */
export type Step = readonly [old: Token | undefined, now: Token | undefined];

/** Where less than this share of both texts stays, the whole passage is replaced. */
const enough = { longer: 0.2, shorter: 0.5 };

/** What became of the words of a passage. */
export function wordEdits(before: readonly Run[], after: readonly Run[]): Edit[] {
	const same = before.length === after.length && before.every((run, at) => equal(run, after[at]));
	if (same) return merged([{ op: 'kept', runs: joined(after) }]);
	return editsOf(steps(tokens(before), tokens(after)));
}

/** Two rows of tokens in one; where they part, the old comes before the new. */
export function steps(old: readonly Token[], now: readonly Token[]): Step[] {
	const pairs = sharedTokens(old, now);
	const kept = pairs.reduce((sum, [row]) => sum + (old[row]?.weight ?? 0), 0);
	const [shorter = 0, longer = 0] = [total(old), total(now)].toSorted((a, b) => a - b);
	const few = kept < enough.longer * longer && kept < enough.shorter * shorter;
	const ends = [[old.length - 1, now.length - 1]] as const;
	return bySentence(sequence(old, now, few ? ends : pairs));
}

/**
 * Moves a change that goes from inside a sentence to inside the next one, where it can start with the next one:
 * not `damage[-. We tell you first-].`, but `damage. [-We tell you first.-]`.
 */
function bySentence(row: Step[]): Step[] {
	const result: Step[] = [];
	for (let at = 0; at < row.length;) {
		const region = changedFrom(row, at);
		const { [at + region.length]: kept } = row;
		result.push(...(kept ? slid(region, kept) : region));
		at += region.length + 1;
	}
	return result;
}

/** The steps of one text alone that follow one another from a place on. */
function changedFrom(row: readonly Step[], from: number): Step[] {
	let to = from;
	while (row[to] && !(row[to]?.[0] && row[to]?.[1])) to++;
	return row.slice(from, to);
}

function slid(region: readonly Step[], kept: Step): Step[] {
	const [old, now] = kept;
	if (!region.some((step) => (step[0] ?? step[1])?.opens)) return [...region, kept];
	for (const side of [0, 1] as const) {
		const own = region.filter((step) => step[side]);
		const [first, second] = own.map((step) => step[side]);
		if (!first || !second?.opens || first.run.text !== old?.run.text || !now) continue;
		const others = region.filter((step) => !step[side]);
		const pair: Step = side === 0 ? [first, now] : [old, first];
		const last: Step = side === 0 ? [old, undefined] : [undefined, now];
		return [...others, pair, ...own.slice(1), last];
	}
	return [...region, kept];
}

const equal = (a: Run, b: Run | undefined) => b !== undefined && identity(a) === identity(b);

const total = (list: readonly Token[]) => list.reduce((sum, { weight }) => sum + weight, 0);

/** Both lists in one, pairs side by side; where they part, the old comes before the new. */
export function sequence<T>(before: readonly T[], after: readonly T[], pairs: Pairs) {
	const result: (readonly [T | undefined, T | undefined])[] = [];
	let [row, column] = [0, 0];
	for (const [nextRow, nextColumn] of pairs) {
		while (row < nextRow) result.push([before[row++], undefined]);
		while (column < nextColumn) result.push([undefined, after[column++]]);
		result.push([before[row++], after[column++]]);
	}
	while (row < before.length) result.push([before[row++], undefined]);
	while (column < after.length) result.push([undefined, after[column++]]);
	return result;
}

/** Steps as edits: every blank inside or outside the marks as the versions have it. */
export function editsOf(row: readonly Step[]): Edit[] {
	const edits: Edit[] = [];
	let kept: Run[] = [];
	let [removed, added]: [Run[], Run[]] = [[], []];
	const close = () => {
		if (removed.length + added.length === 0) return;
		edits.push(...replaced(removed, added));
		[removed, added] = [[], []];
	};
	const keep = () => {
		if (kept.length === 0) return;
		edits.push({ op: 'kept', runs: joined(kept) });
		kept = [];
	};
	for (const [old, now] of row) {
		if (!old || !now) {
			keep();
			if (old) removed.push(...old.blank, old.run);
			if (now) added.push(...now.blank, now.run);
			continue;
		}
		if (old.blankKey !== now.blankKey) {
			keep();
			removed.push(...old.blank);
			added.push(...now.blank);
		}
		close();
		if (old.blankKey === now.blankKey) kept.push(...now.blank);
		if (old.style === now.style) kept.push(now.run);
		else {
			keep();
			edits.push({ op: 'restyled', was: [old.run], runs: [now.run] });
		}
	}
	close();
	keep();
	return merged(edits);
}

/** A stretch in place of another. A blank before both stays outside the marks. */
function replaced(removed: readonly Run[], added: readonly Run[]): Edit[] {
	const [first, other] = [removed[0], added[0]];
	if (first && other && identity(first) === identity(other) && /^\s+$/.test(first.text))
		return [{ op: 'kept', runs: [other] }, ...replaced(removed.slice(1), added.slice(1))];
	if (first && other && removed.length === 1 && added.length === 1 && first.text === other.text)
		return [{ op: 'restyled', was: [first], runs: [other] }];
	const only = (op: 'removed' | 'added', runs: readonly Run[]): Edit[] =>
		runs.some(({ text, image }) => text !== '' || image) ? [{ op, runs: joined(runs) }] : [];
	return [...only('removed', removed), ...only('added', added)];
}
