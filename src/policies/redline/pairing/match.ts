import type { Unit } from './units.ts';

/** Units that belong together: one of each version, or one that was parted into several, or several that were joined. */
export interface Match {
	readonly old: readonly Unit[];
	readonly now: readonly Unit[];
	/** The two that stand for each other, with the most in common. */
	readonly main: Pair;
	/**
	 * `in place`: in the same place and shape, so that the two are drawn as one; `reshaped`: in the same
	 * place, in another shape or another item; `moved`: in another place.
	 */
	readonly how: 'in place' | 'reshaped' | 'moved';
	/** Whether it moved towards the start of its clause. */
	readonly goesUp: boolean;
}

export type Pair = readonly [old: Unit, now: Unit];
