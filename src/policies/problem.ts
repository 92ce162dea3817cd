/** A place in a file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** Text to put in the place of a stretch of a file; offsets in UTF-16 units, without a byte order mark. */
export interface Edit {
	readonly file: string;
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** A mistake in an editor's file, with its place and its cure. */
export interface Problem extends Position {
	readonly file: string;
	/** What is wrong, in a sentence. */
	readonly message: string;
	/** The message's name, for `npm run policy -- explain`. */
	readonly id?: string;
	/** Where the mistake ends, one past its last character. */
	readonly end?: Position;
	/** What to do, in a sentence. */
	readonly cure?: string;
	/** The edits that put it right, where a machine can say them. */
	readonly edits?: readonly Edit[];
	/** A warning is told and refuses nothing. An error unless given. */
	readonly severity?: 'error' | 'warning';
	/** Whether it can come about by a day going by, without any edit. */
	readonly byTime?: boolean;
}

/** Whether a problem keeps the site from being built. */
export const isError = ({ severity }: Problem): boolean => severity !== 'warning';

/** The problems as an error that lists them all, one a line, as `file:line:column message cure`. */
export function refusal(problems: readonly Problem[]): Error {
	const lines = problems.map(
		(p) => `${p.file}:${p.line}:${p.column} ${[p.message, p.cure].filter(Boolean).join(' ')}`,
	);
	return new Error(`The policies have mistakes:\n${lines.join('\n')}`);
}
