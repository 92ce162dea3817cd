/** A version of the privacy policy: its effective date, and the SHA-256 of its canonical text in hexadecimal. */
export interface PolicyVersion {
	readonly date: string;
	readonly sha256: string;
}

/** What the build knows and puts into the bundle. */
export interface BuildData {
	/** The pre-rendered pages that the function fills. */
	readonly pages: Readonly<Record<'form' | 'sent' | 'refusal' | 'notices' | 'confirm', string>>;
	readonly contentSecurityPolicy: string;
	/** The titles of the policies, by their slugs. */
	readonly policies: Readonly<Record<string, string>>;
	/** The privacy policy in force. */
	readonly policy: PolicyVersion;
}
