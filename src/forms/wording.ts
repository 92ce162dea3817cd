import { createHash } from 'node:crypto';
import type { FormId } from './addresses.ts';
import { formOf } from './forms.ts';

/** The hidden field that says which words stood beside the boxes on the page that was sent. */
export const wordingField = 'wording';

/**
 * A short fingerprint of everything that a form says about its decisions: eight hexadecimal digits. Undefined of a
 * form without any.
 */
export function wordingOf(form: FormId): string | undefined {
	const { fields, words } = formOf(form);
	const labels = Object.values(fields).flatMap((field) => ('means' in field ? [field.label] : []));
	if (labels.length === 0) return undefined;
	const said = JSON.stringify([words.marketing, labels]);
	return createHash('sha256').update(said).digest('hex').slice(0, 8);
}
