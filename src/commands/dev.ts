import { report } from '#src/policies/check/print/print.ts';
import { runCheck } from '#src/policies/check/run-check.ts';

/**
 * Starts the development server, mistakes of editors or not: they are told here and in the browser. Only the facts and the
 * forms must be readable, because the server itself is made with them.
 */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = '1';
process.env.ASTRO_DEV_BACKGROUND = '0';
const { problems, errors, site } = runCheck({ root: process.cwd(), variables: process.env });
if (problems.length > 0) console.error(report(problems, site.texts));
if (errors.some(({ id }) => id?.startsWith('code-'))) {
	console.error('\nThe server starts once src/company.ts and src/forms can be read.');
	process.exitCode = 1;
} else {
	const { startDev } = await import('./dev/start-dev.ts');
	await startDev();
}
