import { report } from '#src/policies/check/print/print.ts';
import { runCheck } from '#src/policies/check/run-check.ts';

/**
 * Checks what editors wrote, so that no mistake is ever deployed, and builds the site. What the build is made with is
 * loaded after the check, because a mistake in the company's facts would keep it from being loaded.
 */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { problems, errors, site } = runCheck({ root: process.cwd(), variables: process.env });
if (problems.length > 0) console.error(report(problems, site.texts));
if (errors.length > 0) process.exitCode = 1;
else {
	const { buildSite } = await import('./build/build-site.ts');
	process.exitCode = (await buildSite()) ? 0 : 1;
}
