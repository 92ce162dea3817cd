/** What a subcommand may use of the terminal it runs in. */
export interface Terminal {
	readonly variables: Readonly<Record<string, string | undefined>>;
	/** The root of the project: the paths of the messages start from it. */
	readonly root: string;
	/** The time, in milliseconds since 1970. */
	readonly now: () => number;
	/** Writes what was asked for, a line at least. */
	readonly print: (text: string) => void;
	/** Writes what a program that reads the rest must not find in it. */
	readonly note: (text: string) => void;
}

/** 0 when all is well, 1 when something has to be put right, 2 when it was not called rightly. */
export type ExitCode = 0 | 1 | 2;

/** A subcommand of `npm run policy`: how it is called, and what it does. */
export interface Subcommand {
	/** What stands behind `npm run policy --`, such as `explain [<id>]`. */
	readonly usage: string;
	/** What it does, in a line. */
	readonly words: string;
	/** Its options and examples, for `--help`. */
	readonly help: string;
	/** Throws a UsageError where the arguments are not what it takes. */
	run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The command was called in a way that it does not know. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
