/** One choice of a `radios` field. */
export interface Choice {
	readonly value: string;
	readonly label: string;
}

/** What a box means for the record: agreement that must be given, or objection that must be made. */
export type Consent = 'consent' | 'objection';

interface Described {
	readonly label: string;
	/** What the mail to staff and the operator's command call it. */
	readonly record: string;
	readonly hint?: string;
}

interface Written extends Described {
	/** The message when the field is empty; a field without it is optional. */
	readonly required?: string;
	/** The greatest number of characters, as people count them. */
	readonly limit: number;
	readonly autocomplete?: string;
	readonly enterkeyhint?: 'next' | 'send' | 'enter';
	readonly spellcheck?: boolean;
	/** `auto` lays text out by its own direction, from right to left where it is Arabic or Hebrew. */
	readonly direction?: 'auto';
}

interface Line extends Written {
	readonly control: 'text' | 'tel';
}

interface Email extends Written {
	readonly control: 'email';
	/** The message when the address does not look like one. */
	readonly malformed: string;
}

interface Text extends Written {
	readonly control: 'textarea';
	readonly rows: number;
}

interface Radios extends Described {
	readonly control: 'radios';
	readonly required: string;
	readonly choices: readonly Choice[];
}

export interface Box extends Described {
	readonly control: 'checkbox';
	/** The decision that it stands for, in words. */
	readonly ticked: string;
	readonly unticked: string;
	readonly means?: Consent;
}

/** All that is known of a field: the page, the checks, the mail and the tests are made from it. */
export type Field = Line | Email | Text | Radios | Box;

export type Fields = Readonly<Record<string, Field>>;

/** What was typed or ticked: a box is a boolean, every other field a string, empty when left out. */
export type Values<F extends Fields> = {
	readonly [Name in keyof F]: F[Name]['control'] extends 'checkbox'
		? boolean
		: 'checkbox' extends F[Name]['control']
			? string | boolean
			: string;
};

/** The message for a text that is longer than its field allows. */
export const tooLong = ({ label, limit }: { label: string; limit: number }): string =>
	`${label} must be ${limit.toLocaleString('en-GB')} characters or fewer`;
