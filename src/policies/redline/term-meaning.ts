import { type FoundTerm, months, ones, tens } from './term-patterns.ts';

const names = (list: string) => list.toLowerCase().split('|');
const monthNames = names(months);
const values = new Map([
	...names(ones).map((word, at) => [word, at + 1] as const),
	...names(tens).map((word, at) => [word, 20 + 10 * at] as const),
	['a', 1] as const,
]);
const large = new Map([
	['hundred', 100],
	['thousand', 1000],
	['million', 1_000_000],
]);

/** What a term says: the same for `forty days`, `40 days` and `forty (40) days`, and for a date in any order. */
export function meaning({ kind, text }: Pick<FoundTerm, 'kind' | 'text'>): string {
	const words = text.toLowerCase();
	if (kind === 'date') return dateOf(words);
	if (kind !== 'period' && kind !== 'number') return words.replace(/\s+/g, ' ');
	return inFigures(words.replace(/\s*\([^)]*\)/, ''))
		.replace(/(?<=\d),(?=\d{3})/g, '')
		.replace(/\s?per\s?cent|\s%/, '%')
		.replace(/[\s-]+/g, ' ')
		.replace(/s$/, '');
}

function dateOf(words: string): string {
	if (/^\d{4}-/.test(words)) return words;
	const month = monthNames.findIndex((name) => words.includes(name)) + 1;
	const [year = ''] = /\d{4}/.exec(words) ?? [];
	const [day = ''] = /\b\d{1,2}(?=st|nd|rd|th|\b)/.exec(words) ?? [];
	return [year, ...[String(month), day].map((part) => part.padStart(2, '0'))].join('-');
}

/** A text with its first number in figures, where that is written as words. */
function inFigures(words: string): string {
	const parts = words.split(/[\s-]+/);
	let [sum, current, at] = [0, 0, 0];
	for (; at < parts.length; at++) {
		const { [at]: word = '' } = parts;
		const factor = large.get(word);
		if (factor)
			[sum, current] = factor > 100 ? [sum + current * factor, 0] : [sum, current * factor];
		else if (values.has(word)) current += values.get(word) ?? 0;
		else if (word !== 'and') break;
	}
	return at === 0 ? words : [String(sum + current), ...parts.slice(at)].join(' ');
}

/** What a term counts: days, pounds, per cent; the same for all words of a kind that count nothing. */
export function unitOf({ kind, text }: Pick<FoundTerm, 'kind' | 'text'>): string {
	if (kind === 'period') return /([a-z]+?)s?$/i.exec(text)?.[1]?.toLowerCase() ?? '';
	if (kind === 'money') return /[£$€]|[a-z]+$/i.exec(text)?.[0] ?? '';
	return /%|per\s?cent/i.test(text) ? '%' : '';
}
