import { plain, type Run, styleKey } from '../../text/document.ts';

/** A word or sign with the blank before it. The last token of a text has no word, only the blank that ends it. */
export interface Token {
	readonly blank: readonly Run[];
	/** The same for equal blanks only. */
	readonly blankKey: string;
	readonly run: Run;
	/** The same for words that look alike and lead to the same place. */
	readonly style: string;
	/** Whether a sentence starts here. */
	readonly opens: boolean;
	/** How much it matters that it stays: 10 for a word, less for short ones and signs. */
	readonly weight: number;
}

const piece =
	/\s+|https?:\/\/[^\s,;)]*[^\s,;).]|[^\s@]+@[\w.-]+\w|[£$€]?\d(?:[\d.,:/]*\d)?%?|[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*|./gsu;

/** The blanks that most tokens have. */
const none: readonly Run[] = [];
const space: readonly Run[] = [{ text: ' ' }];

/** Runs cut into words and signs, each with its blank, and an end. */
export function tokens(runs: readonly Run[]): Token[] {
	const starts = sentenceStarts(plain(runs));
	const found: Token[] = [];
	let blank = none;
	let blankKey = '';
	let at = 0;
	for (const run of runs) {
		const style = styleKey(run);
		for (const text of run.image ? [run.text] : (run.text.match(piece) ?? [])) {
			const part = style ? { ...run, text } : { text };
			if (!run.image && text.trim() === '') {
				blank = blank.length > 0 || style || text !== ' ' ? [...blank, part] : space;
				blankKey += `${style}<${text}>`;
			} else {
				const opens = found.length === 0 || starts.has(at);
				found.push({ blank, blankKey, run: part, style, opens, weight: weight(text) });
				blank = none;
				blankKey = '';
			}
			at += text.length;
		}
	}
	return [...found, { blank, blankKey, run: { text: '' }, style: '', opens: true, weight: 0 }];
}

function weight(text: string): number {
	if (!/[\p{L}\p{N}]/u.test(text)) return 3;
	return text.length > 3 || /\d/.test(text) ? 10 : 7;
}

/** What makes two runs the same to a reader: words, style and target. */
export const identity = (run: Run): string => `${styleKey(run)}<${run.text}>`;

const abbreviations = new Set(
	'no nos art arts s ss sec sch para paras cl pt ch fig p pp vol ed eg ie etc al cf vs v mr mrs ms dr st ltd inc co corp plc approx dept'.split(
		' ',
	),
);
const end = /[.!?…]+["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\p{N}])|\n/gu;
/** No abbreviation is longer, with the letters and dots before it. */
const longestAbbreviation = 8;

/** Where the sentences of a text start. A full stop after `e.g`, `No`, `s` or a single letter ends none. */
export function sentenceStarts(text: string): Set<number> {
	const starts = new Set([0]);
	for (const { 0: signs, index } of text.matchAll(end)) {
		const before = text.slice(Math.max(0, index - longestAbbreviation), index);
		const word = /[\p{L}.-]*$/u.exec(before)?.[0] ?? '';
		const short = /(^|[.-])\p{L}$/u.test(word) || abbreviations.has(word.toLowerCase());
		if (!/^\.[^.!?]*$/.test(signs) || !short) starts.add(index + signs.length);
	}
	return starts;
}

/** The words of a passage without blanks, signs and case, for telling how alike two passages are. */
export const vocabulary = (runs: readonly Run[]): string[] =>
	plain(runs)
		.toLowerCase()
		.match(/[\p{L}\p{N}£$€]+/gu) ?? [];

/** Runs cut where pieces start, in characters, in order. */
export function cutAt(runs: readonly Run[], starts: ReadonlySet<number>): Run[][] {
	const pieces: Run[][] = [];
	const cuts = [...starts];
	let [at, next] = [0, 0];
	for (const run of runs) {
		const end = at + run.text.length;
		let from = at;
		do {
			while ((cuts[next] ?? Infinity) <= from) next++;
			const cut = Math.min(cuts[next] ?? end, end);
			if (starts.has(from) || pieces.length === 0) pieces.push([]);
			pieces.at(-1)?.push({ ...run, text: run.text.slice(from - at, cut - at) });
			from = cut;
		} while (from < end);
		at = end;
	}
	return pieces;
}
