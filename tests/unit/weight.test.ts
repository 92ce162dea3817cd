import { globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { TestApp, typed } from '#simulation/fakes.ts';

const weigh = (file: string): number => brotliCompressSync(readFileSync(file)).length;

const page = readFileSync('dist/contact/index.html', 'utf8');
const scripts = [...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => `dist${src}`);

/** A script with all that it loads at once; what it starts later, in a worker, is weighed apart. */
function withImports(file: string): string[] {
	const named = [...readFileSync(file, 'utf8').matchAll(/from"\.\/([^"]+)"/g)];
	return [file, ...named.flatMap(([, name]) => withImports(`dist/_astro/${name}`))];
}

/** The most bytes, Brotli, that each kind of page may weigh with its style sheet: what a visitor waits for. */
const budgets: Readonly<Record<string, { file: string; most: number }>> = {
	'the home page': { file: 'index.html', most: 3200 },
	'the privacy policy': { file: 'privacy/index.html', most: 8100 },
	'the acceptable use policy': { file: 'acceptable-use/index.html', most: 5200 },
	'a version': { file: 'privacy/2026-11-23/index.html', most: 7300 },
	'the contact page': { file: 'contact/index.html', most: 4800 },
	'the list of versions': { file: 'privacy/versions/index.html', most: 4000 },
	'what changed since': { file: 'privacy/since/2026-11-23/index.html', most: 3800 },
	'the page that is not there': { file: '404.html', most: 2700 },
	'the page that checks a wording': { file: 'verify/index.html', most: 4000 },
	'the page about your data': { file: 'your-data/index.html', most: 4800 },
	'the page that asks for notices': { file: 'notices/index.html', most: 3800 },
	'the accessibility statement': { file: 'accessibility/index.html', most: 3700 },
};
for (const [name, { file, most }] of Object.entries(budgets)) {
	test(`${name} weighs at most ${most.toLocaleString('en-GB')} bytes`, () => {
		expect(weigh(`dist/${file}`)).toBeLessThanOrEqual(most);
	});
}

test('the receipt weighs at most 3,400 bytes', async () => {
	const app = new TestApp();
	const sent = await app.post({ ...typed, ...(await app.solved()) });
	const receipt = await app.request(sent.headers.get('location') ?? '');
	expect(brotliCompressSync(await receipt.text()).length).toBeLessThanOrEqual(3400);
});

test('the script of the contact page weighs at most 2,250 bytes', () => {
	expect(scripts.length).toBeGreaterThan(0);
	const files = new Set(scripts.flatMap(withImports));
	const bytes = [...files].reduce((sum, file) => sum + weigh(file), 0);
	expect(bytes).toBeLessThanOrEqual(2250);
});

test('the script that checks a wording weighs at most 900 bytes', () => {
	const [script = ''] = globSync('dist/_astro/CheckText*.js');
	expect(weigh(script)).toBeLessThanOrEqual(900);
});

test('the contact page weighs at most 10,000 bytes with everything it may load, the work included', () => {
	const assets = globSync('dist/_astro/*.js').filter((file) => !file.includes('CheckText'));
	expect(page).not.toMatch(/rel="?stylesheet/);
	const bytes = [...assets, 'dist/contact/index.html'].reduce((sum, file) => sum + weigh(file), 0);
	expect(bytes).toBeLessThanOrEqual(10_000);
});

test('no page but those with a form and the page that checks a wording has a script', () => {
	for (const file of globSync('dist/**/*.html')) {
		if (/^dist\/(?:contact|your-data|verify)\/index\.html$/.test(file)) continue;
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
