import type { Marker } from '#src/policies/text/markers.ts';
import { elementsBy, unescaped, valIn } from './xml.ts';

/** How the paragraphs of a level of a list are numbered. */
export interface Level {
	readonly type: Marker['type'] | 'bullet';
	/** What stands before the words, with `%1` for the number of the first level: `%1.`, `(%2)`, `%1.%2`. */
	readonly text: string;
	/** The number of the first. */
	readonly start: number;
	/** Whether the numbers of other levels in it are digits, whatever they are there. */
	readonly digits: boolean;
}

/** Lists that are numbered as one. */
export interface List {
	readonly id: string;
	readonly levels: ReadonlyMap<number, Level>;
	/** Numbers that the levels start with once more where this list comes first. */
	readonly restarts: ReadonlyMap<number, number>;
}

const types: Record<string, Level['type']> = {
	bullet: 'bullet',
	lowerLetter: 'a',
	upperLetter: 'A',
	lowerRoman: 'i',
	upperRoman: 'I',
};

/** The lists of a `numbering.xml` by the ids that paragraphs name them by. */
export function listsOf(xml: string): Map<string, List> {
	const kinds = elementsBy(xml, 'abstractNum', 'abstractNumId');
	const byStyle = new Map(
		[...kinds].flatMap(([id, kind]) => {
			const style = valIn(kind, 'styleLink');
			return style === undefined ? [] : [[style, id] as const];
		}),
	);
	return new Map(
		[...elementsBy(xml, 'num', 'numId')].map(([id, own]): [string, List] => {
			const named = valIn(own, 'abstractNumId') ?? '';
			const link = valIn(kinds.get(named) ?? '', 'numStyleLink');
			const kind = (link !== undefined && byStyle.get(link)) || named;
			const overrides = elementsBy(own, 'lvlOverride', 'ilvl');
			const restarts = [...overrides].flatMap(([level, override]) => {
				const start = valIn(override, 'startOverride');
				return start === undefined ? [] : [[Number(level), Number(start)] as const];
			});
			const levels = new Map([...levelsOf(kinds.get(kind) ?? ''), ...levelsOf(own)]);
			return [id, { id: kind, levels, restarts: new Map(restarts) }];
		}),
	);
}

const levelsOf = (xml: string): Map<number, Level> =>
	new Map(
		[...elementsBy(xml, 'lvl', 'ilvl')].map(([level, own]): [number, Level] => [
			Number(level),
			{
				type: types[valIn(own, 'numFmt') ?? ''] ?? '1',
				text: unescaped(valIn(own, 'lvlText') ?? `%${Number(level) + 1}.`),
				start: Number(valIn(own, 'start') ?? 1),
				digits: /<w:isLgl\b/.test(own),
			},
		]),
	);
