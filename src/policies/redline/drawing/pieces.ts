import type { Block } from '../../text/document.ts';
import type { Edit } from '../edits.ts';
import type { Match } from '../pairing/match.ts';
import { type Token, tokens } from '../words/tokenise.ts';
import type { Unit } from '../pairing/units.ts';
import { editsOf, type Step, steps } from '../words/word-edits.ts';

/** What one unit of either version has in common with one of the other. */
export interface Piece {
	readonly old: Unit;
	readonly now: Unit;
	readonly edits: readonly Edit[];
	/** What the edits come from: none where the two units are the same. */
	readonly steps: readonly Step[];
}

/** The words of a match compared as one passage, cut where a unit of either version ends. */
export function pieces({ old, now, main }: Pick<Match, 'old' | 'now' | 'main'>): Piece[] {
	const [was, is] = main;
	if (old.length === 1 && now.length === 1 && was.key === is.key) {
		const { runs } = is.blocks[0];
		return [{ old: was, now: is, edits: runs.length > 0 ? [{ op: 'kept', runs }] : [], steps: [] }];
	}
	if (old.length === 1 && now.length === 1) return [pieceOf(was, is, steps(own(was), own(is)))];
	const [olds, nows] = [labelled(old), labelled(now)];
	const found: { old: Unit; now: Unit; steps: Step[] }[] = [];
	let [lastOld, lastNow] = [old[0] ?? was, now[0] ?? is];
	for (const step of steps([...olds.keys()], [...nows.keys()])) {
		lastOld = (step[0] && olds.get(step[0])) ?? lastOld;
		lastNow = (step[1] && nows.get(step[1])) ?? lastNow;
		const last = found.at(-1);
		if (last?.old === lastOld && last.now === lastNow) last.steps.push(step);
		else found.push({ old: lastOld, now: lastNow, steps: [step] });
	}
	return found.map((piece) => pieceOf(piece.old, piece.now, piece.steps));
}

/** A match without the parts that were split off or joined by their words alone, none of which stayed in order. */
export function sharing(match: Match): Match {
	if (match.old.length === 1 && match.now.length === 1) return match;
	const shared = pieces(match).filter(({ steps: row }) =>
		row.some(([was, is]) => was && is && is.run.text.trim() !== ''),
	);
	const units = new Set([...match.main, ...shared.flatMap(({ old, now }) => [old, now])]);
	const whole = (list: readonly Unit[]) => list.filter((unit) => units.has(unit));
	return { ...match, old: whole(match.old), now: whole(match.now) };
}

const own = ({ blocks }: Unit): Token[] => tokens(blocks[0].runs);

const pieceOf = (old: Unit, now: Unit, row: readonly Step[]): Piece => ({
	...{ old, now, edits: editsOf(row) },
	steps: row,
});

/** The old text of steps. */
export const oldRuns = (row: readonly Step[]): Block['runs'] =>
	row.flatMap(([token]) => (token ? [...token.blank, token.run] : []));

/** The tokens of several units in a row, each with its unit, and one end. */
function labelled(list: readonly Unit[]): Map<Token, Unit> {
	const last = list.at(-1);
	return new Map(
		list.flatMap((unit) => {
			const words = own(unit);
			const ends = unit !== last && words.at(-1)?.blank.length === 0;
			return (ends ? words.slice(0, -1) : words).map((token) => [token, unit] as const);
		}),
	);
}
