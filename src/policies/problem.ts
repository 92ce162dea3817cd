/** A mistake in an editor's file, with its place and its cure. Lines and columns count from 1. */
export interface Problem {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

/** The problems as an error that lists them all, one a line, as `file:line:column message`. */
export function refusal(problems: readonly Problem[]): Error {
	const lines = problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`);
	return new Error(`The policies have mistakes:\n${lines.join('\n')}`);
}
