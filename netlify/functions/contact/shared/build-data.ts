import type { FormId } from '#src/forms/addresses.ts';

/** A version of the privacy policy: its effective date, and the SHA-256 of its canonical text in hexadecimal. */
export interface PolicyVersion {
	readonly date: string;
	readonly sha256: string;
}

/** What the build knows and puts into the bundle. */
export interface BuildData {
	/** The pre-rendered pages that the function fills: those of each form, those of notices, and one for what is no form. */
	readonly pages: {
		readonly forms: Readonly<Record<FormId, { readonly form: string; readonly sent: string }>>;
		readonly refusal: string;
		readonly notices: string;
		readonly confirm: string;
	};
	readonly contentSecurityPolicy: string;
	/** The titles of the policies, by their slugs. */
	readonly policies: Readonly<Record<string, string>>;
	/** The privacy policy in force. */
	readonly policy: PolicyVersion;
}
