import { checkFirst } from './build/check-first.ts';
import { runCommand } from './local/problem.ts';

/** Checks what editors wrote, builds everything and serves it on this machine until Ctrl-C. */
if (checkFirst().errors.length > 0) process.exitCode = 1;
else {
	const { startSite } = await import('./start/start-site.ts');
	await runCommand(startSite);
}
