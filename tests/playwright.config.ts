import { defineConfig } from '@playwright/test';
import fc from 'fast-check';
import { findBrowser, otherBrowsers } from '#src/commands/browser.ts';

const executablePath = findBrowser();
const launchOptions = {
	...(executablePath && { executablePath }),
	args: [
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	],
};

/** Random inputs are the same in every run, so that a failure can be had again; another `SEED` makes others. */
const seed = Number(process.env.SEED ?? 2027) % 2 ** 31;
fc.configureGlobal({ seed });

export default defineConfig({
	testDir: '.',
	outputDir: '../test-results',
	fullyParallel: true,
	forbidOnly: true,
	globalSetup: './fresh-build.ts',
	quiet: true,
	workers: 2,
	// Long, so that a busy machine fails nothing: they only end what hangs.
	timeout: 300_000,
	expect: { timeout: 20_000 },
	reporter: [['list'], ['./reporter.ts']],
	projects: [
		{ name: 'unit', testMatch: ['unit/**/*.test.ts', 'architecture.test.ts'] },
		{ name: 'browser', testMatch: 'e2e/**/*.test.ts', use: { launchOptions } },
		...otherBrowsers()
			.filter(({ isHere }) => isHere)
			.map(({ browserName }) => ({
				name: browserName,
				testMatch: 'e2e/contact.test.ts',
				use: { browserName },
			})),
	],
});
