import * as z from 'zod/mini';
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

type Ruled = Exclude<Field, { control: 'checkbox' }>;

function make(field: Ruled) {
	if (field.control === 'radios') {
		return z.enum(
			field.choices.map(({ value }) => value),
			field.required,
		);
	}
	const required = field.required;
	const checks = [
		...(required === undefined ? [] : [z.minLength(1, { error: required, abort: true })]),
		z.refine<string>((text) => fits(text, field.limit), {
			// Words with a number in them take long to make, and are seldom needed.
			error: () => tooLong(field),
			abort: true,
		}),
		...(field.control === 'email' ? [z.regex(z.regexes.email, field.malformed)] : []),
	];
	return z.string().check(...checks);
}

/** The rule of each field that was read before. */
const rules = new WeakMap<Ruled, ReturnType<typeof make>>();

function rule(field: Ruled) {
	const known = rules.get(field);
	if (known) return known;
	const made = make(field);
	rules.set(field, made);
	return made;
}

const typed = (field: Field, data: URLSearchParams, name: string): string | boolean => {
	if (field.control === 'checkbox') return data.has(name);
	const text = data.get(name) ?? '';
	return field.control === 'textarea' ? tidy(text) : line(text);
};

/**
 * Reads what a form sent. Text is tidied (one kind of line break, no control characters, NFC, trimmed); of a field
 * sent twice the first counts; unknown fields are ignored. Never throws: what is wrong stands in `problems`.
 */
export function read<F extends Fields>(fields: F, data: URLSearchParams): Reading<F> {
	const values: Record<string, string | boolean> = {};
	const problems: Record<string, string> = {};
	for (const [name, field] of Object.entries(fields)) {
		const value = typed(field, data, name);
		values[name] = value;
		if (field.control === 'checkbox') continue;
		const issue = rule(field).safeParse(value).error?.issues[0];
		if (issue) problems[name] = issue.message;
	}
	// Built from the very keys and controls that the type is made of.
	return { values: values as Values<F>, problems };
}
