import { checkFirst } from './build/check-first.ts';
import { runCommand } from './local/problem.ts';

/**
 * Checks what editors wrote, so that no mistake is ever deployed, and builds the site. What the build is made with is
 * loaded after the check, because a mistake in the company's facts would keep it from being loaded.
 */
if (checkFirst().errors.length > 0) process.exitCode = 1;
else {
	const { buildForPlatform } = await import('./build/for-platform.ts');
	await runCommand(buildForPlatform);
}
