import { checkFirst } from './build/check-first.ts';
import { runCommand } from './local/problem.ts';

/**
 * Starts the development server, mistakes of editors or not: they are told here and in the browser. Only the facts and the
 * forms must be readable, because the server itself is made with them.
 */
if (checkFirst().errors.some(({ id }) => id?.startsWith('code-'))) {
	console.error('\nThe server starts once src/company.ts and src/forms can be read.');
	process.exitCode = 1;
} else {
	const { startDev } = await import('./dev/start-dev.ts');
	await runCommand(startDev);
}
