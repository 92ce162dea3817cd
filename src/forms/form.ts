import type { Fields, Values } from './field.ts';

/** How long we have to answer: one calendar month, or 30 days to acknowledge a complaint. */
export type Deadline = 'month' | 'thirty-days';

/** The fields that every form has: what a message is delivered, labelled and receipted by. */
export interface FormFields extends Fields {
	readonly name: Fields[string] & { readonly control: 'text' };
	readonly email: Fields[string] & { readonly control: 'email' };
	readonly topic: Fields[string] & { readonly control: 'radios' };
	readonly message: Fields[string] & { readonly control: 'textarea' };
}

/** What was typed, chosen and ticked in any form, by the names of its fields. */
export type FormValues = Values<FormFields>;

/** A form: what it asks, where it goes, and what stands around its fields. */
export interface Form {
	readonly id: string;
	readonly page: string;
	readonly action: string;
	readonly challenge: string;
	readonly sent: string;
	readonly fields: FormFields;
	/**
	 * Whether a question tells people from spam. Where it is `unasked`, the browser does its work by itself, and whatever
	 * comes without it is let through with a label.
	 */
	readonly question: 'asked' | 'unasked';
	/** By when we answer, for each topic that the law gives a time. */
	readonly deadlines?: Readonly<Record<string, Deadline>>;
	readonly words: {
		/** What a link to the form says. */
		readonly go: string;
		readonly required: readonly [words: string, star: string];
		readonly use: readonly [before: string, link: string, after: string];
		/** What stands around boxes that decide about marketing; absent where there are none. */
		readonly marketing?: {
			readonly legend: string;
			readonly choose: string;
			readonly untouched: string;
			readonly clause: string;
		};
	};
}
