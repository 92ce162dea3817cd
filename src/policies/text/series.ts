import { follows, label, type Marker } from './markers.ts';

/** Something that may be an item: what its marker may be, and how far it is set in. */
export interface Candidate {
	readonly markers: readonly Marker[];
	readonly column: number;
	/** Whether it is part of a paragraph that another candidate started. */
	readonly inner: boolean;
}

/** What became of a candidate: an item so many lists deep, or text that belongs to the item so deep. */
export interface Standing {
	/** How many lists it stands in, with its own. */
	readonly depth: number;
	/** Undefined for text that is no item. */
	readonly marker?: Marker;
	/** The marker that a line of the same list would have had. */
	readonly expected?: Marker;
}

interface Open {
	readonly marker: Marker;
	readonly column: number;
}

/**
 * Tells which of the things that stand one after the other are items of lists with letters or numerals,
 * as `(a)`, `(b)`, `(i)`, `(ii)`, `(c)`. A list takes two items at least, each following the one before.
 */
export function standings(candidates: readonly Candidate[]): Standing[] {
	const open: Open[] = [];
	const met: Marker[] = [];
	return candidates.map((candidate, index) => {
		const later = candidates.slice(index + 1);
		const found = choose(candidate, { open, met, later });
		if (!found) {
			if (!candidate.inner)
				while (open.length > 0 && candidate.column <= (open.at(-1)?.column ?? 0)) open.pop();
			const last = open.at(-1)?.marker;
			return { depth: open.length, ...(last && { expected: next(last) }) };
		}
		open.length = found.level;
		open.push({ marker: found.marker, column: candidate.column });
		met.push(found.marker);
		return { depth: open.length, marker: found.marker };
	});
}

const next = (marker: Marker): Marker => ({ ...marker, value: marker.value + 1 });

interface Around {
	readonly open: readonly Open[];
	/** Every item so far, for a list that other text interrupted. */
	readonly met: readonly Marker[];
	readonly later: readonly Candidate[];
}

/** The list that an item goes on or starts, by how many lists are around it. */
function choose({ markers, column }: Candidate, { open, met, later }: Around) {
	const going = markers.flatMap((marker) => {
		const level = open.findLastIndex((item) => follows(item.marker, marker));
		return level === -1 ? [] : [{ level, marker }];
	});
	const followed = (marker: Marker, among: readonly Candidate[]) =>
		among.some((other) => other.markers.some((candidate) => follows(marker, candidate)));
	const starting = markers.filter((marker) =>
		followed(marker, marker.value === 1 ? later : later.slice(0, 1)),
	);
	const fresh = starting.map((marker) => ({ level: inside(open, column, marker), marker }));
	const resumed = markers
		.filter((marker) => met.some((item) => follows(item, marker)))
		.map((marker) => ({ level: inside(open, column, marker), marker }));
	const [goes] = going;
	const [starts] = fresh;
	/** `(i)` after `(h)` is a letter, unless `(ii)` comes next or it is set in. */
	const numeral =
		goes && fresh.find(({ marker }) => marker.type.toLowerCase() === 'i' && marker.value === 1);
	const deeper = column > (open.at(goes?.level ?? 0)?.column ?? column);
	if (goes && !(numeral && (deeper || !followed(goes.marker, later)))) return goes;
	return numeral || goes || starts || resumed[0];
}

/** How many open lists are around a list that starts here: those of other markers that are not set in further. */
function inside(open: readonly Open[], column: number, { type, form }: Marker): number {
	const level = open.findLastIndex(
		(item) =>
			item.column <= column &&
			!(item.marker.type === type && item.marker.form === form && item.column === column),
	);
	return level + 1;
}

/** How an editor is told that a line looks like an item of a list and is none. */
export const outOfOrder = (found: string, expected: Marker): string =>
	`${found} does not follow the line before: write ${label(expected)}, or \\${found} if it is no item of the list.`;
