import { createHash } from 'node:crypto';
import type { FormValues } from '#src/forms/form.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { formOf } from '#src/forms/forms.ts';

/** A box as a visitor left it: what is needed to show later that somebody agreed, or objected, and to which words. */
export interface Decision {
	/** The field's name. */
	readonly box: string;
	/** The exact words beside the box, as they were when it was sent. */
	readonly wording: string;
	/** SHA-256 of these words in UTF-8, hexadecimal. */
	readonly hash: string;
	/** How the box stood before anybody touched it. */
	readonly default: false;
	readonly ticked: boolean;
}

export const wordingHash = (wording: string): string =>
	createHash('sha256').update(wording).digest('hex');

/** Every box of a form, ticked or not, with the words that the form has now. */
export const decisionsOf = (form: FormId, values: FormValues): Decision[] =>
	Object.entries(formOf(form).fields).flatMap(([box, field]): Decision[] =>
		field.control === 'checkbox'
			? [
					{
						box,
						wording: field.label,
						hash: wordingHash(field.label),
						default: false,
						ticked: values[box] === true,
					},
				]
			: [],
	);
