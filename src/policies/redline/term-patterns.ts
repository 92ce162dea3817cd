/** The months, in the order of the year. */
export const months =
	'January|February|March|April|May|June|July|August|September|October|November|December';
/** Numbers as words, from one on; tens from twenty on. */
export const ones =
	'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
export const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';

const small = `(?:(?:${tens})(?:[-\\s](?:${ones}))?|${ones})`;
const large = '(?:hundred|thousand|million)';
const spelt = `(?:(?:a|${small})(?:\\s${large})+(?:\\s(?:and\\s)?${small})?|${small})`;
const percent = '(?:\\s?%|\\sper\\s?cent)';
/** The same number said again in brackets. */
const again = `(?:\\s\\((?:\\d[\\d,.]*${percent}?|${spelt})\\))`;
const count = `(?:\\d[\\d,]*|${spelt})${again}?`;
const unit = '(?:second|minute|hour|day|week|fortnight|month|quarter|year)s?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';

/** Words on which duties and rights turn, by kind; where two could match, the first kind wins. */
const patterns = {
	money:
		'[£$€]\\s?\\d(?:[\\d,.]*\\d)?(?:\\s(?:million|billion))?|\\d[\\d,.]*\\s(?:pounds|pence|euros|dollars)',
	date: `${day}\\s(?:of\\s)?(?:${months})(?:,?\\s\\d{4})?|(?:${months})\\s${day}(?!\\d)(?:,?\\s\\d{4})?|(?:${months})\\s\\d{4}|\\d{4}-\\d{2}-\\d{2}`,
	period: `${count}[\\s-](?:(?:calendar|working|business|consecutive)\\s)?${unit}`,
	number: `\\d+(?:\\.\\d+)+[a-z]{1,6}|(?:\\d(?:[\\d,.:/]*\\d)?(?![,.:/]\\d)|(?!one\\b(?!\\s(?:${large}|per)))${spelt})${percent}?${again}?`,
	modal: '(?:must|shall|may|might|will|would|can|could|should|need)(?:\\snot)?|cannot',
	negation: 'not|no|never|none|nor|neither|nobody|nothing|without|unless|except',
} as const;

export type Kind = keyof typeof patterns;
const kinds = ['money', 'date', 'period', 'number', 'modal', 'negation'] as const satisfies Kind[];

const term = new RegExp(
	kinds
		.map((kind) => `(?<${kind}>(?<![\\p{L}\\p{N}])(?:${patterns[kind]})(?![\\p{L}\\p{N}]))`)
		.join('|'),
	'giu',
);
/** The number of a paragraph before its first word. */
const numbering = /^\d+(?:\.\d+)+\.?(?=\s+["“(]?\p{Lu})/u;

export interface FoundTerm {
	readonly kind: Kind;
	readonly text: string;
	/** Where it starts, in characters. */
	readonly index: number;
}

/** The terms of a passage, in order. The number that a paragraph starts with is none. */
export function termsIn(passage: string): FoundTerm[] {
	const [number = ''] = numbering.exec(passage) ?? [];
	return [...passage.matchAll(term)].flatMap(({ groups = {}, index }) =>
		kinds.flatMap((kind) => {
			const { [kind]: text } = groups;
			return text && index >= number.length ? [{ kind, text, index }] : [];
		}),
	);
}
