import { type Clause, type Document, numbers } from '../text/document.ts';
import { remembered } from '../text/remembered.ts';
import {
	type BlockChange,
	type ClauseChange,
	isRealigned,
	isRenumbered,
	type Place,
	type Redline,
} from './changes.ts';
import { drawn, naming } from './drawing/drawn.ts';
import { looseRows } from './drawing/loose-rows.ts';
import { type Edit, same } from './edits.ts';
import { matching } from './pairing/matching.ts';
import { longestRise } from './pairing/rise.ts';
import { strays } from './drawing/strays.ts';
import type { Unit } from './pairing/units.ts';
import { weave } from './drawing/weave.ts';
import { wordEdits } from './words/word-edits.ts';

interface Placed extends Clause {
	readonly place: Place;
}

/** Compares two versions by clause, block and word. What stands elsewhere now is shown as moved. */
export function compare(before: Document, after: Document): Redline {
	const [old, now] = [placed(before), placed(after)];
	const blocks = blockChanges(before, after);
	const oldById = new Map(old.map((clause) => [clause.id, clause]));
	const moved = movedIds(old, now);
	const compared = (was: Placed | undefined, is: Placed | undefined) =>
		clauseChange({ was, is, moved, blocks: blocks(was?.place.index, is?.place.index) });
	const nowIds = new Set(now.map(({ id }) => id));
	const changes = now.map((clause) => compared(oldById.get(clause.id), clause));
	old.forEach((clause, index) => {
		if (nowIds.has(clause.id)) return;
		let after = changes.findIndex(({ id }) => id === old[index - 1]?.id) + 1;
		while (((changes[after]?.is ?? changes[after]?.was)?.level ?? 2) > clause.level) after++;
		changes.splice(after, 0, compared(clause, undefined));
	});
	return changes;
}

/** The redline of two versions, made once for each pair. */
export const redline = (before: Document, after: Document): Redline => {
	const known = redlinesFrom(before);
	const made = known.get(after) ?? compare(before, after);
	known.set(after, made);
	return made;
};

/** The redlines of a version to others. */
const redlinesFrom = remembered('redlines', (_: Document) => new WeakMap<Document, Redline>());

function placed(document: Document): Placed[] {
	const number = numbers(document);
	return document.map((clause, index) => {
		return { ...clause, place: { index, number: number[index] ?? '', level: clause.level } };
	});
}

/** What became of the blocks of a clause, by its place in either version. */
function blockChanges(before: Document, after: Document) {
	const found = matching(before, after);
	const where = naming(before, after);
	const all = strays(looseRows(drawn(found, where), where), where);
	const outer = (list: readonly Unit[]): Map<number | undefined, Unit[]> =>
		Map.groupBy(
			list.filter(({ parent }) => !parent),
			({ clause }) => clause,
		);
	const [old, now] = [outer(found.old), outer(found.now)];
	return (was: number | undefined, is: number | undefined): BlockChange[] =>
		weave(all, old.get(was) ?? [], now.get(is) ?? []);
}

/** The ids that leave the old order: all but the longest row of clauses that still follow one another. */
function movedIds(before: readonly Placed[], after: readonly Placed[]): ReadonlySet<string> {
	const ids = (list: readonly Placed[]) => list.map(({ id }) => id).join(' ');
	if (ids(before) > ids(after)) return movedIds(after, before);
	const places = new Map(after.map(({ id }, place) => [id, place]));
	const shared = before.flatMap(({ id }, place) => {
		const other = places.get(id);
		return other === undefined ? [] : [[place, other] as const];
	});
	const stay = new Set(longestRise(shared).map(([place]) => place));
	return new Set(shared.flatMap(([place]) => (stay.has(place) ? [] : (before[place]?.id ?? []))));
}

interface Compared {
	readonly was: Placed | undefined;
	readonly is: Placed | undefined;
	readonly moved: ReadonlySet<string>;
	readonly blocks: readonly BlockChange[];
}

function clauseChange({ was, is, moved, blocks }: Compared): ClauseChange {
	const title = titleEdits(was, is);
	const touched = !same(title) || !blocks.every(untouchedBlock);
	const op = !was ? 'added' : !is ? 'removed' : touched ? 'changed' : 'kept';
	const id = (is ?? was)?.id ?? '';
	return {
		...{ id, op, title, blocks },
		renamed: op === 'changed' && !same(title),
		moved: moved.has(id),
		relevelled: was !== undefined && is !== undefined && was.level !== is.level,
		...(was && { was: was.place }),
		...(is && { is: is.place }),
	};
}

const untouchedBlock = (block: BlockChange): boolean =>
	block.op === 'both' &&
	block.cells.every(({ op, edits }) => op === 'both' && same(edits)) &&
	!isRenumbered(block) &&
	!isRealigned(block);

function titleEdits(was: Clause | undefined, is: Clause | undefined): Edit[] {
	if (was && is) return wordEdits(was.title, is.title);
	return was ? [{ op: 'removed', runs: was.title }] : [{ op: 'added', runs: is?.title ?? [] }];
}
