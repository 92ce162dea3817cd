import { type ContactValues, contact } from '#src/forms/contact.ts';
import type { Box, Field } from '#src/forms/field.ts';

type Typed = Readonly<Record<string, string | boolean>>;

const fields: readonly (readonly [string, Field])[] = Object.entries(contact.fields);

const isBox = (field: Field): field is Box => field.control === 'checkbox';

function written(field: Exclude<Field, Box>, value: string | boolean): string {
	if (field.control !== 'radios') return String(value);
	return field.choices.find((choice) => choice.value === value)?.label ?? '';
}

/** What was typed and chosen, field by field, as the record calls it, without the empty ones. */
export function writtenRows(values: ContactValues): [string, string][] {
	const typed: Typed = values;
	return fields.flatMap(([name, field]): [string, string][] => {
		if (isBox(field)) return [];
		const value = written(field, typed[name] ?? '');
		return value === '' ? [] : [[field.record, value]];
	});
}

/** Each box as the decision it stands for, ticked or not. */
export function decisionRows(values: ContactValues): [string, string][] {
	const typed: Typed = values;
	return fields.flatMap(([name, field]): [string, string][] =>
		isBox(field) ? [[field.record, typed[name] === true ? field.ticked : field.unticked]] : [],
	);
}

/** The exact words of each box, under the name of its decision. */
export const boxWordings = (): [string, string][] =>
	fields.flatMap(([, field]): [string, string][] =>
		isBox(field) ? [[field.record, `“${field.label}”`]] : [],
	);

/** All of them: what was typed, chosen and ticked. */
export const fieldRows = (values: ContactValues): [string, string][] => [
	...writtenRows(values),
	...decisionRows(values),
];
