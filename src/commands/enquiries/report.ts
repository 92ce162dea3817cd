/** What a check found. */
export interface Checked {
	readonly check: string;
	readonly well: boolean;
	readonly detail?: string;
}

export interface Report {
	readonly checked: readonly Checked[];
	/**
	 * Runs a check and writes its line, with what `tell` says of what it found. Gives that, or undefined
	 * when it threw.
	 */
	check<Found>(
		words: string,
		run: () => Promise<Found>,
		tell?: (found: Found) => string,
	): Promise<Found | undefined>;
}

const line = ({ check, well, detail }: Checked): string =>
	`${well ? 'well ' : 'FAULT'}  ${check}${detail === undefined ? '' : `: ${detail}`}`;

/** The message of an error, and the code of what lies under it: `fetch failed (ECONNREFUSED)`. */
function why(error: unknown): string {
	if (!(error instanceof Error)) return 'thrown';
	const { cause, message } = error;
	return cause instanceof Error && 'code' in cause ? `${message} (${cause.code})` : message;
}

/** A list of checks that writes a line for each as it is made. */
export function startReport(print: (line: string) => void): Report {
	const checked: Checked[] = [];
	const add = (one: Checked) => {
		checked.push(one);
		print(line(one));
	};
	return {
		checked,
		async check(check, run, tell) {
			try {
				const found = await run();
				add({ check, well: true, ...(tell && { detail: tell(found) }) });
				return found;
			} catch (error) {
				add({ check, well: false, detail: why(error) });
				return undefined;
			}
		},
	};
}
