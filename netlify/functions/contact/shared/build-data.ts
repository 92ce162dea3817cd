import type { FormId } from '#src/forms/forms.ts';

/** What the build knows and puts into the bundle. */
export interface BuildData {
	/** The pre-rendered pages that the function fills: those of each form, and one for what is no form. */
	readonly pages: {
		readonly forms: Readonly<Record<FormId, { readonly form: string; readonly sent: string }>>;
		readonly refusal: string;
	};
	readonly contentSecurityPolicy: string;
	/** The effective date of the privacy policy in force. */
	readonly policy: string;
	/** SHA-256 of that policy's canonical text, hexadecimal. */
	readonly policyHash: string;
}
