import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ELEMENT_NODE, type Node, parse, TEXT_NODE } from 'ultrahtml';
import { querySelector } from 'ultrahtml/selector';
import { expectGolden } from '../golden.ts';
import { readFolder } from '#src/policies/read.ts';
import { plain } from '#src/policies/text/document.ts';
import { serve, type Site } from './policies-site.ts';

let site: Site;
test.beforeAll(async () => {
	site = await serve('dist');
});
test.afterAll(() => site.close());

const html = (path: string) => readFileSync(`dist${path}index.html`, 'utf8');

/** The words of a node as a reader sees them, one block a line. */
function words(node: Node): string {
	if (node.type === TEXT_NODE) return unescaped(node.value).replace(/\s+/g, ' ');
	if (node.type !== ELEMENT_NODE || !('children' in node)) return '';
	const text = node.children.map(words).join('');
	return /^(p|li|h2|h3|div|tr)$/.test(node.name) ? `\n${text.trim()}\n` : text;
}

const unescaped = (text: string) =>
	text.replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => {
		const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" };
		return Object.entries(signs).find(([name]) => name === entity)?.[1] ?? entity;
	});

test('the privacy page weighs at most 9,000 bytes with everything it needs', () => {
	const page = html('/privacy/');
	expect(brotliCompressSync(page).length).toBeLessThanOrEqual(9000);
	expect(page).not.toMatch(/<script|<link[^>]*rel="?stylesheet|@font-face|<img|@import/);
});

test('the privacy page is one request', async ({ page }) => {
	const requests: string[] = [];
	page.on('request', (request) => requests.push(new URL(request.url()).pathname));
	await page.goto(`${site.origin}/privacy/`, { waitUntil: 'networkidle' });
	expect(requests.filter((path) => path !== '/favicon.svg')).toEqual(['/privacy/']);
});

for (const slug of ['privacy', 'acceptable-use'])
	test(`${slug} says in three lines what it says, and each leads to the clauses that say it`, async ({
		page,
	}) => {
		// Nobody can click a link that has scrolled away; a test can, and a second click on the way to the same clause stops the scroll there.
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(`${site.origin}/${slug}/`);
		const short = page.getByRole('region', { name: 'In short' });
		await expect(short.getByRole('listitem')).toHaveCount(3);
		await expect(short).toContainText('What counts is the policy itself.');
		for (const line of await short.getByRole('listitem').all()) {
			const links = await line.getByRole('link').all();
			expect(links.length).toBeGreaterThan(0);
			for (const link of links) {
				await link.click();
				await expect(page.locator(':target')).toContainText((await link.textContent()) ?? '');
				await expect(page.locator(':target')).toBeInViewport();
			}
		}
	});

test('no draft is in what is built for production', () => {
	const files = globSync('dist/**/*.{html,md,xml,json,txt}');
	expect(files.length).toBeGreaterThan(10);
	const drafts = readFolder('src/content/policies').policies.flatMap(({ slug, versions }) =>
		versions.filter(({ announced }) => !announced).map(({ date }) => `/${slug}/${date}`),
	);
	expect(files.filter((file) => drafts.some((draft) => file.includes(draft)))).toEqual([]);
	for (const file of files) {
		const text = readFileSync(file, 'utf8');
		expect(text).not.toMatch(/to be confirmed|class="preview"/i);
		for (const draft of drafts) expect(text).not.toContain(draft);
	}
});

const lock = Object.keys(JSON.parse(readFileSync('src/content/policies.lock.json', 'utf8')));
const published = lock.map((name) => name.split('@'));
const policies = readdirSync('src/content/policies').filter((slug) => existsSync(`dist/${slug}/`));

/** The words of a version's page, one block a line, without the links of its clauses. */
async function page(policy = '', date = ''): Promise<string> {
	const prose = querySelector(await parse(html(`/${policy}/${date}/`)), '.prose');
	return words(prose)
		.replace(/\n\s*/g, '\n')
		.replace(/\nClause .*\n?This wording ?/g, '')
		.trim();
}

for (const [policy, date] of published)
	test(`the version of ${policy} of ${date} has the words that were published`, async () => {
		const text = (await page(policy, date)).replace(/\s+/g, ' ');
		const { versions = [] } =
			readFolder('src/content/policies').policies.find(({ slug }) => slug === policy) ?? {};
		const clauses = versions.find((version) => version.date === date)?.document ?? [];
		expect(clauses.length).toBeGreaterThan(0);
		let from = 0;
		for (const { title, blocks } of clauses)
			for (const runs of [title, ...blocks.map((block) => block.runs)]) {
				const wanted = plain(runs).replace(/\s+/g, ' ').trim();
				const at = text.indexOf(wanted, from);
				expect({ wanted, there: at >= 0 }).toEqual({ wanted, there: true });
				from = at + wanted.length;
			}
	});

for (const [policy, date] of published.filter(([policy, date]) =>
	existsSync(`tests/golden/${policy}-${date}.txt`),
))
	test(`the version of ${policy} of ${date} reads as it did on its day`, async () => {
		expectGolden(`${policy}-${date}.txt`, `${await page(policy, date)}\n`);
	});

test('every link of a policy page leads somewhere', () => {
	for (const file of globSync(`dist/{${policies.join(',')}}/**/index.html`)) {
		const page = readFileSync(file, 'utf8');
		const targets = [...page.matchAll(/ href="([/#][^"]*)"/g)].map(([, href = '']) => href);
		for (const href of targets.filter((target) => !/^\/(contact\/)?$/.test(target))) {
			const [path, fragment] = href.split('#');
			const there = path === '' ? file : `dist${path}${path?.endsWith('/') ? 'index.html' : ''}`;
			const target = readFileSync(there, 'utf8');
			if (fragment) expect(target, `${href} in ${file}`).toContain(` id="${fragment}"`);
		}
	}
});

test('search engines are led to the policy in force and kept from its versions', () => {
	expect(html('/privacy/')).toContain(
		'<link rel="canonical" href="https://www.claranetsoho.co.uk/privacy/">',
	);
	expect(html('/privacy/')).not.toContain('noindex');
	expect(html('/privacy/2026-11-23/')).toContain('<meta name="robots" content="noindex">');
	expect(html('/privacy/2026-11-23/')).toContain(
		'<link rel="canonical" href="https://www.claranetsoho.co.uk/privacy/2026-11-23/">',
	);
	const sitemap = readFileSync('dist/sitemap-0.xml', 'utf8');
	expect(sitemap).toContain('/privacy/</loc>');
	expect(sitemap).not.toMatch(/\/\d{4}-/);
});

test('paper has what is folded on a screen, and no menu', async ({ page }) => {
	await page.goto(`${site.origin}/privacy/`);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('table', { name: 'What we ask for, and why' })).toBeVisible();
	await expect(page.locator('footer').getByText('trading name')).toBeVisible();
	await expect(page.locator('footer li a').first()).toBeHidden();
	await expect(page.locator('nav').first()).toBeHidden();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the contents stand beside the text on a wide screen', async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.goto(`${site.origin}/privacy/`);
		const link = page
			.getByRole('navigation', { name: 'Contents' })
			.getByRole('link', { name: 'How long we keep' });
		await expect(link).toBeVisible();
		await link.click();
		await expect(page.getByRole('heading', { name: 'How long we keep' })).toBeInViewport();
		await expect(link).toBeInViewport();
	});

	test('the contents fold on a phone and open by keyboard', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto(`${site.origin}/privacy/`);
		const link = page.locator('.toc summary + ol a', { hasText: 'Your rights' });
		await expect(link).toBeHidden();
		await page.getByText('Contents', { exact: true }).focus();
		await page.keyboard.press('Enter');
		await expect(link).toBeVisible();
	});

	test('the links of a clause show on focus', async ({ page }) => {
		await page.goto(`${site.origin}/privacy/`);
		const links = page.locator('.head p').first();
		await expect(links).toHaveCSS('opacity', '0');
		await links.getByText('This wording').focus();
		await expect(links).toHaveCSS('opacity', '1');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(`${site.origin}/privacy/2026-11-23/#introduction`);
	});

	test('no policy page scrolls sideways at 320 pixels', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		for (const path of ['/privacy/', '/acceptable-use/versions/']) {
			await page.goto(site.origin + path);
			const [content] = await page
				.locator('html')
				.evaluateAll((all) => all.map((html) => html.scrollWidth));
			expect(content).toBeLessThanOrEqual(320);
		}
	});
});
