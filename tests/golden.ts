import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';

/** Holds a text to `tests/golden/<name>`; with UPDATE_GOLDEN=1 it is written instead, to be read by eye. */
export function expectGolden(name: string, text: string): void {
	const file = `tests/golden/${name}`;
	const { UPDATE_GOLDEN } = process.env;
	if (UPDATE_GOLDEN) writeFileSync(file, text);
	const golden = existsSync(file) ? readFileSync(file, 'utf8') : '';
	expect(text, `If the new text is right, run again with UPDATE_GOLDEN=1 and read ${file}`).toBe(
		golden,
	);
}
