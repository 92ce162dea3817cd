import type { FormValues } from '#src/forms/form.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { formOf } from '#src/forms/forms.ts';
import type { Box, Field } from '#src/forms/field.ts';

const fieldsOf = (form: FormId): [string, Field][] => Object.entries(formOf(form).fields);

const isBox = (field: Field): field is Box => field.control === 'checkbox';

function written(field: Exclude<Field, Box>, value: string | boolean): string {
	if (field.control !== 'radios') return String(value);
	return field.choices.find((choice) => choice.value === value)?.label ?? '';
}

/** What was typed and chosen in a form, field by field, as the record calls it, without the empty ones. */
export function writtenRows(form: FormId, values: FormValues): [string, string][] {
	return fieldsOf(form).flatMap(([name, field]): [string, string][] => {
		if (isBox(field)) return [];
		const value = written(field, values[name] ?? '');
		return value === '' ? [] : [[field.record, value]];
	});
}

/** Each box as the decision it stands for, ticked or not. */
export function decisionRows(form: FormId, values: FormValues): [string, string][] {
	return fieldsOf(form).flatMap(([name, field]): [string, string][] =>
		isBox(field) ? [[field.record, values[name] === true ? field.ticked : field.unticked]] : [],
	);
}

/** All of them: what was typed, chosen and ticked. */
export const fieldRows = (form: FormId, values: FormValues): [string, string][] => [
	...writtenRows(form, values),
	...decisionRows(form, values),
];
