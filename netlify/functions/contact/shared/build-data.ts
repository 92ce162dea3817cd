/** What the build knows and puts into the bundle. */
export interface BuildData {
	/** The pre-rendered pages that the function fills. */
	readonly pages: { readonly form: string; readonly sent: string; readonly refusal: string };
	readonly contentSecurityPolicy: string;
	/** The effective date of the privacy policy in force. */
	readonly policy: string;
}
