/** Letters that are written from right to left, and the marks that say so. */
const rightToLeft =
	/[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A typed text for a terminal: each line that is not written from left to right stands between a first strong isolate
 * and its end (UAX #9), so that it is laid out by itself. Other lines stay as they are, so that they can be copied.
 */
export const isolated = (text: string): string =>
	text
		.split('\n')
		.map((line) => (rightToLeft.test(line) ? `\u2068${line}\u2069` : line))
		.join('\n');
