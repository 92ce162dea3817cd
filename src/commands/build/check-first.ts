import { report } from '#src/policies/check/print/print.ts';
import { type Outcome, runCheck } from '#src/policies/check/run-check.ts';

/** Runs the check of what editors write, and tells what it finds on the standard error. */
export function checkFirst(): Outcome {
	const found = runCheck({ root: process.cwd(), variables: process.env });
	if (found.problems.length > 0) console.error(report(found.problems, found.site.texts));
	return found;
}
