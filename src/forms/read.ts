import { fits } from './characters.ts';
import { type Field, type Fields, tooLong, type Values } from './field.ts';

/** The problems of a form: one message per field name, in the order of the form. */
export type Problems = Readonly<Record<string, string>>;

export interface Reading<F extends Fields> {
	readonly values: Values<F>;
	readonly problems: Problems;
}

/** Control characters but tab and line feed, and those that override the direction of text. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

const tidy = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(unprintable, (character) =>
			character === '\n' || character === '\t' ? character : '',
		)
		.normalize('NFC')
		.trim();

const line = (text: string): string => tidy(text).replace(/\s+/gu, ' ');

/**
 * An address that every mail can carry: rarer characters are good in theory, and refused by those who pass mails on, so
 * that an answer would never arrive. Takes time in proportion to the text.
 */
const emailAddress =
	/^[\w'+-]+(?:\.[\w'+-]+)*(?<!')@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

type Ruled = Exclude<Field, { control: 'checkbox' }>;

/** What is wrong with a field's text, in words for whoever typed it. */
function problemOf(field: Ruled, text: string): string | undefined {
	if (field.control === 'radios') {
		return field.choices.some(({ value }) => value === text) ? undefined : field.required;
	}
	if (text === '') return field.required;
	if (!fits(text, field.limit)) return tooLong(field);
	return field.control === 'email' && !emailAddress.test(text) ? field.malformed : undefined;
}

const typed = (field: Ruled, text: string): string =>
	field.control === 'textarea' ? tidy(text) : line(text);

/**
 * Reads what a form sent. Text is tidied (one kind of line break, no control characters, NFC, trimmed); of a field
 * sent twice the first counts; unknown fields are ignored. Never throws: what is wrong stands in `problems`.
 */
export function read<F extends Fields>(fields: F, data: URLSearchParams): Reading<F> {
	const values: Record<string, string | boolean> = {};
	const problems: Record<string, string> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (field.control === 'checkbox') {
			values[name] = data.has(name);
			continue;
		}
		const text = typed(field, data.get(name) ?? '');
		values[name] = text;
		const problem = problemOf(field, text);
		if (problem !== undefined) problems[name] = problem;
	}
	// Built from the very keys and controls that the type is made of.
	return { values: values as Values<F>, problems };
}
