import type { Block } from '../../text/document.ts';
import { type Alike, likeness, onceInBoth } from './likeness.ts';

/** A row with those cells alone whose columns both tables have. */
export interface Narrow extends Alike {
	readonly keys: readonly string[];
	readonly kind: Block['kind'];
}

/**
 * Rows of two tables that share a cell which either table has once in that column, such as a name: each the one that
 * the other has most in common with. Told of both rows.
 */
export function sameNames(
	old: readonly Narrow[],
	now: readonly Narrow[],
): ReadonlyMap<Narrow, Narrow> {
	const telling = onceInBoth(signed(old), signed(now));
	const rows = (list: readonly Narrow[]) =>
		new Map(signed(list).map(({ key, row }) => [key, row] as const));
	const [olds, nows] = [rows(old), rows(now)];
	const [towards, back] = [new Map<Narrow, Best>(), new Map<Narrow, Best>()];
	for (const key of telling) {
		const [was, is] = [olds.get(key), nows.get(key)];
		if (!was || !is) continue;
		const alike = likeness(was, is);
		offer(towards, was, { row: is, alike });
		offer(back, is, { row: was, alike });
	}
	return new Map(
		[...towards].flatMap(([was, { row: is }]) =>
			back.get(is)?.row === was
				? [
						[was, is],
						[is, was],
					]
				: [],
		),
	);
}

interface Best {
	readonly row: Narrow;
	readonly alike: number;
}

function offer(best: Map<Narrow, Best>, row: Narrow, other: Best): void {
	if (other.alike > (best.get(row)?.alike ?? 0)) best.set(row, other);
}

/** The cells of rows, each with its column. */
const signed = (rows: readonly Narrow[]) =>
	rows.flatMap((row) =>
		row.kind === 'head'
			? []
			: row.keys.flatMap((key, column) => (key === '' ? [] : [{ key: `${column} ${key}`, row }])),
	);
