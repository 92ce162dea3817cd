import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from '@playwright/test';

/**
 * Gives each test of a file an empty folder of its own, and takes it away after it. Returns a function that says where it
 * is; a test may change into it.
 */
export function eachInAFolder(): () => string {
	const root = resolve('.');
	let folder: string;
	test.beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'test-'));
	});
	test.afterEach(() => {
		process.chdir(root);
		rmSync(folder, { recursive: true });
	});
	return () => folder;
}
