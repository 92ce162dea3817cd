/** Something that whoever sits at the terminal can put right: the message says what to do, in one line. */
export class Problem extends Error {}

/**
 * Runs a command. If it fails, ends the process with exit code 1 and the reason: the message alone of a Problem, the
 * whole error of anything else.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
	try {
		await command();
	} catch (error) {
		console.error(error instanceof Problem ? error.message : error);
		process.exit(1);
	}
}
