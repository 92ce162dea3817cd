import type { BlockChange } from '../changes.ts';
import type { Drawn } from './drawn.ts';
import type { Unit } from '../pairing/units.ts';

/**
 * Both versions of what stands side by side in a clause or an item, as one: what both have in this place is
 * drawn once, and between two such places the old stands before the new. What stands in an item stays in it.
 */
export function weave(drawn: Drawn, old: readonly Unit[], now: readonly Unit[]): BlockChange[] {
	const changes: BlockChange[] = [];
	const add = (was: Unit | undefined, is: Unit | undefined) => {
		const unit = is ?? was;
		if (unit) changes.push(...(drawn.blocks.get(unit) ?? []));
		changes.push(...weave(drawn, was?.children ?? [], is?.children ?? []));
	};
	let [row, column] = [0, 0];
	now.forEach((is, at) => {
		const was = drawn.partner.get(is);
		if (!was) return;
		while (old[row] && old[row] !== was) add(old[row++], undefined);
		while (column < at) add(undefined, now[column++]);
		add(old[row++], now[column++]);
	});
	while (row < old.length) add(old[row++], undefined);
	while (column < now.length) add(undefined, now[column++]);
	return changes;
}
