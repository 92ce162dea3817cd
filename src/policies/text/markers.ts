/** What an item of a numbered list is printed with: `3.`, `(b)`, `iv)`. */
export interface Marker {
	/** Digits, letters or Roman numerals, as the `type` of an HTML list says it. */
	readonly type: '1' | 'a' | 'A' | 'i' | 'I';
	/** The signs around it: a full stop or bracket after it, or brackets on both sides. */
	readonly form: '.' | ')' | '()';
	/** 1 or more; 0 only with digits. */
	readonly value: number;
}

/** Whether Markdown has lists with such markers: 1. and 1) only. */
export const isMarkdown = ({ type, form }: Marker): boolean => type === '1' && form !== '()';

/** A marker as it is printed. */
export function label({ type, form, value }: Marker): string {
	const sign = written(type, value);
	return form === '()' ? `(${sign})` : `${sign}${form}`;
}

function written(type: Marker['type'], value: number): string {
	if (type === '1') return String(value);
	const sign = type.toLowerCase() === 'a' ? letters(value) : roman(value);
	return type === 'A' || type === 'I' ? sign.toUpperCase() : sign;
}

/** `a` to `z`, then `aa`, `ab` and so on. */
function letters(value: number): string {
	const rest = value - 1;
	const last = String.fromCharCode(97 + (rest % 26));
	return rest < 26 ? last : letters(Math.floor(rest / 26)) + last;
}

const numerals = [
	...([
		['m', 1000],
		['cm', 900],
		['d', 500],
		['cd', 400],
		['c', 100],
		['xc', 90],
	] as const),
	...([
		['l', 50],
		['xl', 40],
		['x', 10],
		['ix', 9],
		['v', 5],
		['iv', 4],
		['i', 1],
	] as const),
];

function roman(value: number): string {
	let [left, text] = [value, ''];
	for (const [sign, worth] of numerals) for (; left >= worth; left -= worth) text += sign;
	return text;
}

const shape = /^(\()?(\d{1,3}|[a-z]{1,6}|[A-Z]{1,6})([.)])$/;

/** Every marker that is printed as `text`: none for other text, two for `(i)`, which is a letter and a numeral. */
export function readings(text: string): Marker[] {
	const [, open, sign = '', close] = shape.exec(text) ?? [];
	if (!sign || (open && close === '.')) return [];
	const form = open ? '()' : close === '.' ? '.' : ')';
	const digits = /\d/.test(sign);
	const types = digits
		? (['1'] as const)
		: /[a-z]/.test(sign)
			? (['a', 'i'] as const)
			: (['A', 'I'] as const);
	return types
		.map((type) => ({ type, form, value: valueIn(type, sign.toLowerCase()) }) as const)
		.filter((marker) => marker.value <= 4999 && label(marker) === text);
}

function valueIn(type: Marker['type'], sign: string): number {
	if (type === '1') return Number(sign);
	if (type.toLowerCase() === 'a')
		return [...sign].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
	let [rest, value] = [sign, 0];
	for (const [numeral, worth] of numerals)
		for (; rest.startsWith(numeral); rest = rest.slice(numeral.length)) value += worth;
	return rest ? 0 : value;
}

/** Whether an item printed with `next` follows one printed with `marker`. */
export const follows = (marker: Marker, next: Marker): boolean =>
	next.type === marker.type && next.form === marker.form && next.value === marker.value + 1;
