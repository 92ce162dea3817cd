/** A file that goes with a mail. */
export interface Attachment {
	readonly filename: string;
	readonly contentType: string;
	/** Base64. */
	readonly content: string;
}

/** A mail as the provider takes it. The same message always makes the same bytes. */
export interface Mail {
	readonly from: string;
	readonly to: readonly string[];
	readonly replyTo?: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly attachments?: readonly Attachment[];
	readonly tags?: readonly { readonly name: string; readonly value: string }[];
}
