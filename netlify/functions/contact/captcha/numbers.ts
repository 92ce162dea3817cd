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

/** The number that a person wrote in digits (full-width ones too) or as a word to twenty, or undefined. */
export function numberIn(typed: string): number | undefined {
	const text = typed
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^[\s=]+|[\s.]+$/g, '');
	const named = names.indexOf(text);
	if (named >= 0) return named;
	const digits = text.replace(/\s/g, '');
	return /^\d{1,3}$/.test(digits) ? Number(digits) : undefined;
}
