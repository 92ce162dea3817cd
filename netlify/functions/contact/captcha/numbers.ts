const names = [
	'zero',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve',
	'thirteen',
	'fourteen',
	'fifteen',
	'sixteen',
	'seventeen',
	'eighteen',
	'nineteen',
	'twenty',
];

/** The English word for an integer from 0 to 20. */
export function words(number: number): string {
	const name = names[number];
	if (name === undefined) throw new RangeError(`no word for ${number}`);
	return name;
}

/** Digits with or without spaces between them, or a word; an equals sign may stand before it and a full stop behind. */
const written = /^[\s=]*(?:(?<word>[a-z]+)|(?<digits>\d(?:\s*\d){0,2}))[\s.]*$/;

/** The number that a person wrote in digits (full-width ones too) or as a word to twenty, or undefined. */
export function numberIn(typed: string): number | undefined {
	const { word, digits } = written.exec(typed.normalize('NFKC').toLowerCase())?.groups ?? {};
	if (digits !== undefined) return Number(digits.replace(/\s/g, ''));
	const named = names.indexOf(word ?? '');
	return named >= 0 ? named : undefined;
}
