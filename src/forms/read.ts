import { fits } from './characters.ts';
import { type Field, type Fields, tooLong, type Values } from './field.ts';
import { printable, tidy, tidyLine } from './tidy.ts';

/** The problems of a form: one message per field name, in the order of the form. */
export type Problems = Readonly<Record<string, string>>;

export interface Reading<F extends Fields> {
	readonly values: Values<F>;
	readonly problems: Problems;
}

type Written = Extract<Field, { limit: number }>;

/** How many code units a character may have, and how many any text may: in every script, real text has fewer. */
const unitsPerCharacter = 4;
const unitsOfAnyText = 4096;

/** Whether a text is too long to be normalised, counted or matched. */
const isOverlong = ({ limit }: Written, text: string): boolean =>
	text.length > Math.max(limit * unitsPerCharacter, unitsOfAnyText);

/**
 * An address that every mail can carry: rarer characters are good in theory, and refused by those who pass mails on, so
 * that an answer would never arrive. Takes time in proportion to the text.
 */
const emailAddress =
	/^[\w'+-]+(?:\.[\w'+-]+)*(?<!')@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

type Radios = Extract<Field, { control: 'radios' }>;

/** What was typed, and what is wrong with it in words for whoever typed it. */
interface Taken {
	readonly text: string;
	readonly problem?: string | undefined;
}

function problemOf(field: Written, text: string): string | undefined {
	if (text === '') return field.required;
	if (!fits(text, field.limit)) return tooLong(field);
	return field.control === 'email' && !emailAddress.test(text) ? field.malformed : undefined;
}

function takeWritten(field: Written, sent: string): Taken {
	if (isOverlong(field, sent)) return { text: printable(sent), problem: tooLong(field) };
	const text = field.control === 'textarea' ? tidy(sent) : tidyLine(sent);
	return { text, problem: problemOf(field, text) };
}

/** The choice that was sent; anything else is as good as none. */
function takeChoice({ choices, required }: Radios, sent: string): Taken {
	const known = choices.some(({ value }) => value === sent);
	return known ? { text: sent } : { text: '', problem: required };
}

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
		const sent = data.get(name) ?? '';
		const { text, problem } =
			field.control === 'radios' ? takeChoice(field, sent) : takeWritten(field, sent);
		values[name] = text;
		if (problem !== undefined) problems[name] = problem;
	}
	// Built from the very keys and controls that the type is made of.
	return { values: values as Values<F>, problems };
}
