import { globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const weigh = (file: string): number => brotliCompressSync(readFileSync(file)).length;

const page = readFileSync('dist/contact/index.html', 'utf8');
const scripts = [...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => `dist${src}`);

/** A script with all that it loads at once; what it starts later, in a worker, is weighed apart. */
function withImports(file: string): string[] {
	const named = [...readFileSync(file, 'utf8').matchAll(/from"\.\/([^"]+)"/g)];
	return [file, ...named.flatMap(([, name]) => withImports(`dist/_astro/${name}`))];
}

test('the script of the contact page weighs at most 3,000 bytes', () => {
	expect(scripts.length).toBeGreaterThan(0);
	const files = new Set(scripts.flatMap(withImports));
	const bytes = [...files].reduce((sum, file) => sum + weigh(file), 0);
	expect(bytes).toBeLessThanOrEqual(3000);
});

test('the contact page weighs at most 12,000 bytes with everything it may load, the work included', () => {
	const assets = globSync('dist/_astro/*.js');
	expect(page).not.toMatch(/rel="?stylesheet/);
	const bytes = [...assets, 'dist/contact/index.html'].reduce((sum, file) => sum + weigh(file), 0);
	expect(bytes).toBeLessThanOrEqual(12_000);
});

test('no page but the contact page has a script', () => {
	for (const file of globSync('dist/**/*.html')) {
		if (file === 'dist/contact/index.html') continue;
		expect(readFileSync(file, 'utf8'), file).not.toMatch(/<script/);
	}
});

test('no page carries a utility that no page uses', () => {
	const pages = globSync('dist/**/*.html').map((file) => readFileSync(file, 'utf8'));
	const used = new Set(
		pages.flatMap((html) =>
			[...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, names]) => names?.split(/\s+/) ?? []),
		),
	);
	for (const html of pages) {
		const [, utilities = ''] = /@layer utilities\{((?:[^{}]+\{[^{}]*\})+)\}/.exec(html) ?? [];
		const carried = [...utilities.matchAll(/\.([\w-]+)\{/g)].map(([, name]) => name ?? '');
		expect(carried).toContain('flex');
		expect(carried.filter((name) => !used.has(name))).toEqual([]);
	}
});
