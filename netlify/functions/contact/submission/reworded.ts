import type { FormId } from '#src/forms/addresses.ts';
import type { FormValues } from '#src/forms/form.ts';
import { formOf } from '#src/forms/forms.ts';
import { wordingField, wordingOf } from '#src/forms/wording.ts';

/**
 * Whether other words stood beside the boxes on the page that was sent than stand there now. A form that does not say
 * is taken to have had today's.
 */
export function isReworded(form: FormId, data: URLSearchParams): boolean {
	const seen = data.get(wordingField);
	return seen !== null && seen !== wordingOf(form);
}

/** The same values without consent, which holds only for the words it was given to; objections stay. */
export function withoutConsent(form: FormId, values: FormValues): FormValues {
	const fields = Object.entries(formOf(form).fields);
	const consents = fields.filter(([, field]) => 'means' in field && field.means === 'consent');
	return { ...values, ...Object.fromEntries(consents.map(([name]) => [name, false])) };
}
