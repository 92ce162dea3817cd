import type { Unit } from '../pairing/units.ts';
import type { Drawn } from './drawn.ts';

/** Tells where a unit of the new version stands among those of the old one: at its partner, or before that of the next in its clause. */
export function places(partner: Drawn['partner']): (unit: Unit) => number {
	const anchors = [...partner.keys()].toSorted((a, b) => a.order - b.order);
	const orders = anchors.map(({ order }) => order);
	return (unit) => {
		const { [firstFrom(orders, unit.order)]: next } = anchors;
		const old = next && next.clause === unit.clause ? partner.get(next) : undefined;
		if (!old) return Number.POSITIVE_INFINITY;
		return next === unit ? old.order : old.order - 0.5;
	};
}

/** The place of the first of rising numbers that is not below another. */
function firstFrom(numbers: readonly number[], least: number): number {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}
