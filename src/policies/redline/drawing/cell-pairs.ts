import type { Run } from '../../text/document.ts';
import { inOrder } from '../pairing/in-order.ts';
import { likeness, shared } from '../pairing/likeness.ts';
import type { Alike } from '../pairing/likeness.ts';
import type { Pairs } from '../pairing/rise.ts';
import { merge } from '../pairing/tables.ts';
import { alikeOf } from './loose.ts';

type Cells = readonly (readonly Run[])[];

/** Which cells of two rows belong together, where the tables may have other columns; the same either way round. */
export function cellPairs(old: Cells, now: Cells, turned: boolean): Pairs {
	if (turned) return cellPairs(now, old, false).map(([column, row]) => [row, column]);
	const [left, right] = [old, now].map((cells) =>
		cells.flatMap((cell, at) => (cell.length > 0 ? [{ at, ...alikeOf([cell]) }] : [])),
	);
	if (!left || !right) return [];
	return merge(left.length, right.length, inOrder(left, right, worth)).flatMap(({ was, is }) => {
		const [a, b] = [left[was ?? -1], right[is ?? -1]];
		return a && b ? [[a.at, b.at] as const] : [];
	});
}

const worth = (a: Alike, b: Alike): number => {
	if (a.key === b.key) return a.worth + 1;
	return likeness(a, b) >= 0.3 ? shared(a.bag, b.bag) : 0;
};
