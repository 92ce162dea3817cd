import type { Run } from '../../text/document.ts';
import type { Edit } from '../edits.ts';
import type { Unit } from '../pairing/units.ts';

/** A sentence that seems to be removed, or added. */
export interface Stray {
	readonly runs: readonly Run[];
	/** Where it stands in its version. */
	readonly unit: Unit;
	/** The id of the clause there. */
	readonly clause: string;
	/** Where it is drawn: the place of its unit among those of the old version, and that of the edit in the unit. */
	readonly place: readonly [unit: number, edit: number];
	/** The edit that it is part of. */
	readonly edit: Edit;
	/** What was added in place of that edit. */
	readonly replacedBy: Edit | undefined;
}

export type Strays = Record<'removed' | 'added', readonly Stray[]>;
