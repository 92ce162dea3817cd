import { joined, plain, type Run, styleKey } from '../text/document.ts';

const sentenceEnds = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const word =
	/\s+|https?:\/\/\S+|[^\s@]+@[\w.-]+\w|[£$€]?\d(?:[\d.,:/]*\d)?%?|[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*|./gsu;

/** Runs cut into sentences, each with the blank that follows it. */
export const sentences = (runs: readonly Run[]): Run[][] =>
	cut(
		runs,
		[...sentenceEnds.segment(plain(runs))].map(({ segment }) => segment.length),
	);

/** Runs cut into words, blanks and signs, each a run of its own. */
export const tokens = (runs: readonly Run[]): Run[] =>
	runs.flatMap((run) => [...run.text.matchAll(word)].map(([text]) => ({ ...run, text })));

/** Runs cut into pieces of the given lengths. */
function cut(runs: readonly Run[], lengths: readonly number[]): Run[][] {
	const rest = runs.map((run) => ({ ...run }));
	return lengths.map((length) => {
		const piece: Run[] = [];
		for (let missing = length; missing > 0;) {
			const [first] = rest;
			if (!first) break;
			const text = first.text.slice(0, missing);
			piece.push({ ...first, text });
			missing -= text.length;
			first.text = first.text.slice(text.length);
			if (!first.text) rest.shift();
		}
		return joined(piece);
	});
}

/** What makes two runs the same to a reader: words, style and target. */
export const identity = ({ text, ...style }: Run): string => `${styleKey(style)}<${text}>`;

/** The words of a passage without blanks, signs and case, for telling how alike two passages are. */
export const vocabulary = (runs: readonly Run[]): string[] =>
	plain(runs)
		.toLowerCase()
		.match(/[\p{L}\p{N}£]+/gu) ?? [];

/** The share of words that two passages have in common, 0 to 1 (Dice). Two empty ones have all. */
export function overlap(a: readonly string[], b: readonly string[]): number {
	if (a.length + b.length === 0) return 1;
	const left = Map.groupBy(a, (entry) => entry);
	let common = 0;
	for (const [entry, found] of Map.groupBy(b, (entry) => entry))
		common += Math.min(found.length, left.get(entry)?.length ?? 0);
	return (2 * common) / (a.length + b.length);
}
