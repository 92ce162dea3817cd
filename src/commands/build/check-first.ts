import { handOver } from '#src/policies/held.ts';
import { report } from '#src/policies/check/print/print.ts';
import { type Outcome, runCheck } from '#src/policies/check/run-check.ts';

/** Runs the check of what editors write, tells what it finds on the standard error, and hands the policies to the build. */
export function checkFirst(): Outcome {
	const found = runCheck({ root: process.cwd(), variables: process.env });
	if (found.problems.length > 0) console.error(report(found.problems, found.site.texts));
	handOver(found.site.policies, found.policies);
	return found;
}
