import { defineConfig } from '@playwright/test';

export default defineConfig({
	testDir: '.',
	outputDir: '../test-results',
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	reporter: [['list'], ['./reporter.ts']],
	projects: [
		{ name: 'unit', testMatch: ['unit/**/*.test.ts', 'architecture.test.ts'] },
		{ name: 'browser', testMatch: 'e2e/**/*.test.ts' },
	],
});
