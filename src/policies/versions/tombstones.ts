import type { Run } from '../text/document.ts';
import type { Edition, Published } from './versions.ts';

/** What stands at the address of a clause that is there no more. */
export interface Tombstone {
	readonly id: string;
	/** Its last title. */
	readonly title: readonly Run[];
	/** The effective date of the first version without it. */
	readonly removed: string;
	/** The effective date of the last version that has it. */
	readonly last: string;
	/** The clauses of this edition that now say what it said. */
	readonly see: readonly { readonly id: string; readonly title: readonly Run[] }[];
	readonly note?: string;
}

/** The removed clauses of an edition; those that keep an anchor inside another clause are left out. */
export function tombstones(policy: Published, { date, document }: Edition): Tombstone[] {
	const anchors = new Set(
		document.flatMap(({ blocks }) => blocks.flatMap((block) => block.anchors)),
	);
	return Object.entries(policy.clauses).flatMap(([id, { removed, see, note }]): Tombstone[] => {
		if (removed === undefined || removed > date || anchors.has(id)) return [];
		const last = policy.editions.findLast((edition) =>
			edition.document.some((clause) => clause.id === id),
		);
		const title = last?.document.find((clause) => clause.id === id)?.title;
		if (!last || !title) return [];
		const heirs = document.filter((clause) => see.includes(clause.id));
		return [{ id, title, removed, last: last.date, see: heirs, ...(note && { note }) }];
	});
}
