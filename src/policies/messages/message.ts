/** What is said of a kind of mistake. Words in ‹› are filled in. */
export interface Message {
	/** What is wrong. */
	readonly says: string;
	/** What to do about it. */
	readonly cure: string;
	/** The mistake as an editor makes it, and as it is put right. */
	readonly wrong: string;
	readonly right: string;
	readonly severity?: 'warning';
	/** Whether it can come about by a day going by, without any edit. */
	readonly byTime?: true;
}

export type Messages = Readonly<Record<string, Message>>;

/** The names in ‹› of a text. */
export type Holes<Text extends string> = Text extends `${string}‹${infer Hole}›${infer Rest}`
	? Hole | Holes<Rest>
	: never;
