import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { company } from '#src/company.ts';
import { contact } from '#src/forms/contact.ts';

const day = 86_400_000;
const fields = new Map(
	readFileSync('dist/.well-known/security.txt', 'utf8')
		.trim()
		.split('\n')
		.map((line) => line.split(': ', 2) as [string, string]),
);

test('security.txt says how to reach us and stays good for more than a month and less than a year', () => {
	expect(fields.get('Contact')).toBe(company.site + contact.page);
	expect(fields.get('Canonical')).toBe(`${company.site}/.well-known/security.txt`);
	const left = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / day;
	expect(left).toBeGreaterThan(30);
	expect(left).toBeLessThan(365);
});

test('nobody is told that a password could be changed here', () => {
	expect(existsSync('dist/.well-known/change-password')).toBe(false);
	expect(readFileSync('netlify.toml', 'utf8')).not.toContain('change-password');
});

/** Width and height of a PNG, in pixels. */
function size(file: string): [number, number] {
	const bytes = readFileSync(file);
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('the pictures for bookmarks, home screens and shared links are there in their sizes', () => {
	expect(size('dist/apple-touch-icon.png')).toEqual([180, 180]);
	expect(size('dist/card.png')).toEqual([1200, 630]);
	const icon = readFileSync('dist/favicon.ico');
	expect([icon.readUInt16LE(0), icon.readUInt16LE(2), icon[6], icon[7]]).toEqual([0, 1, 32, 32]);
	const home = readFileSync('dist/index.html', 'utf8');
	expect(home).toContain(`<meta property="og:image" content="${company.site}/card.png">`);
});
