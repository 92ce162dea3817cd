import { type Edition, inForce, type Published } from './versions.ts';

/** The editions around one, as far as there are any. */
export interface Lineage {
	readonly before?: Edition;
	readonly after?: Edition;
	readonly current?: Edition;
}

/** What came before and after an edition, and what is in force. Only a draft may follow a draft. */
export function lineage(policy: Published, edition: Edition): Lineage {
	const { editions } = policy;
	const told = editions.filter(({ state }) => state !== 'draft' || edition.state === 'draft');
	const before = told.findLast(({ date }) => date < edition.date);
	const after = told.find(({ date }) => date > edition.date);
	const current = inForce(policy);
	return { ...(before && { before }), ...(after && { after }), ...(current && { current }) };
}

/** Two editions of a policy to compare, the older first. */
export interface Comparison {
	readonly from: Edition;
	readonly to: Edition;
}

/** Up to how many editions every pair of them is compared; beyond, neighbours only. */
const everyPairUpTo = 12;

/** The pairs of editions that have a page of changes. */
export function comparisons({ editions }: Published): Comparison[] {
	const all = editions.length <= everyPairUpTo;
	return editions.flatMap((to, index) =>
		editions.slice(all ? 0 : Math.max(0, index - 1), index).map((from) => ({ from, to })),
	);
}
