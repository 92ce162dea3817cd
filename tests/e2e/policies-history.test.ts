import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { expectGolden } from '../golden.ts';
import { axe, beyondSheet, blankEnds, broken, small, treeOf } from './access.ts';
import { previewOfCorpus, sentNotice, type Site } from './policies-site.ts';

/** One worker for all, so that the preview is built once. */
test.describe.configure({ mode: 'default' });

let site: Site;
test.beforeAll(async () => {
	site = await previewOfCorpus();
});
test.afterAll(() => site.close());
test.use({ javaScriptEnabled: false });

const rules = (page: Page, path = '') => page.goto(`${site.origin}/reading-room/${path}`);
const notice = (page: Page) => page.locator('.notice');
const relation = (page: Page, rel: string) => page.locator(`link[rel=${rel}]`);

test('the page of the policy says since when it applies and what comes next', async ({ page }) => {
	await rules(page);
	await expect(page.locator('.opening')).toContainText(
		'In force since 15 January 2024 and last changed on 5 January 2026. What changed on 5 January 2026',
	);
	await expect(page.locator('.opening')).toContainText(
		'A new version will apply from 1 February 2027. What will change on 1 February 2027',
	);
	await expect(relation(page, 'latest-version')).toHaveAttribute('href', '/reading-room/');
	await expect(relation(page, 'predecessor-version')).toHaveAttribute(
		'href',
		'/reading-room/2025-06-01/',
	);
	await expect(relation(page, 'successor-version')).toHaveAttribute(
		'href',
		'/reading-room/2027-02-01/',
	);
	await expect(relation(page, 'version-history')).toHaveAttribute(
		'href',
		'/reading-room/versions/',
	);
});

test('a superseded version says when it applied, and stays out of search engines', async ({
	page,
}) => {
	await rules(page, '2024-09-01/');
	await expect(notice(page)).toContainText('It applied from 1 September 2024 to 9 January 2025.');
	await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
	await expect(relation(page, 'canonical')).toHaveAttribute(
		'href',
		/\/reading-room\/2024-09-01\/$/,
	);
	await notice(page).getByText('what’s changed since 1 September 2024').click();
	await expect(page).toHaveURL(`${site.origin}/reading-room/since/2024-09-01/`);
	await expect(page.getByRole('region', { name: 'Complaints' })).toContainText('New clause.');
});

test('an upcoming version says from when it applies, and what does until then', async ({
	page,
}) => {
	await rules(page, '2027-02-01/');
	await expect(notice(page)).toContainText('This version will apply from 1 February 2027.');
	await expect(notice(page)).toContainText('Until then, the version of 5 January 2026 applies.');
});

test('a draft says on every page that it does not apply', async ({ page }) => {
	for (const path of ['2027-09-01/', '2027-09-01/changes/', '2027-09-01/changes/2024-01-15/']) {
		await rules(page, path);
		await expect(notice(page)).toContainText('does not apply');
	}
	await rules(page, 'versions/');
	await expect(page.locator('.versions > li').first()).toContainText('A draft: it does not apply.');
});

test('the link to a removed clause leads to its tombstone, and that of a merged one into its heir', async ({
	page,
}) => {
	await rules(page, '#lockers');
	await expect(page.locator('#lockers')).toBeInViewport();
	await expect(page.locator('#lockers')).toContainText(
		'“Lockers” hasn’t been part of this policy since 5 January 2026.',
	);
	await page.locator('#lockers').getByText('The last wording of “Lockers”').click();
	await expect(page).toHaveURL(`${site.origin}/reading-room/2025-06-01/#lockers`);
	await rules(page, '#renewals');
	await expect(page.locator('p', { has: page.locator('#renewals') })).toHaveText(
		'You may renew a book once. A renewal lasts for 7 days.',
	);
});

test('the versions stand newest first, each with what it changed', async ({ page }) => {
	await rules(page, 'versions/');
	const headings = page.locator('.versions h2');
	await expect(headings.first()).toHaveText('Draft for 1 September 2027');
	await expect(headings.last()).toHaveText('From 15 January 2024');
	await page.getByRole('link', { name: 'What changed on 5 January 2026' }).last().click();
	await expect(page).toHaveURL(`${site.origin}/reading-room/2026-01-05/changes/`);
});

test('the list of versions says which is in force, and no two of its links share a name', async ({
	page,
}) => {
	await rules(page, 'versions/');
	await expect(page.locator('.opening')).toContainText(
		'The version of 5 January 2026 applies now.',
	);
	await expect(page.locator('.state').getByText('In force', { exact: true })).toHaveCount(1);
	const links = await page.locator('.versions a').allTextContents();
	expect(new Set(links).size).toBe(links.length);
});

test('no reader is shown the id of a clause', async ({ page }) => {
	for (const path of [
		'2026-01-05/changes/',
		'2027-02-01/changes/2024-01-15/',
		'since/2024-01-15/',
	]) {
		await rules(page, path);
		await expect(page.locator('main')).not.toContainText(/[<(]#[a-z]/);
	}
	await rules(page, '2026-01-05/changes/');
	await expect(page.locator('.to', { hasText: '“' }).first()).toContainText('(to “');
});

for (const height of [640, 256]) {
	test(`at 320 by ${height}, what a link to a change leads to is in view`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height });
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await rules(page, '2026-01-05/changes/');
		for (const link of await page.locator('.notes dt a').all()) {
			const id = (await link.getAttribute('href'))?.slice(1) ?? '';
			await link.click();
			const target = page.locator(`#${id}`);
			await expect(target).toBeInViewport({ ratio: 0.9 });
			const onTop = await target.evaluate((element) => {
				const { left, top, width } = element.getBoundingClientRect();
				return element.contains(document.elementFromPoint(left + width / 2, top + 8));
			});
			expect(onTop, `${id} is covered`).toBe(true);
		}
	});
}

test('the words of a table stand in one line at 320 pixels', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	const compared = '2026-01-05/changes/2024-01-15/';
	for (const path of [
		'',
		'2024-09-01/',
		'versions/',
		compared,
		'since/2024-09-01/',
		'2027-09-01/',
	]) {
		await rules(page, path);
		expect(await broken(page, /[\w:]+/g, 'td, th'), path).toEqual([]);
	}
});

test('what was put in or taken out leaves no line empty but for its edge', async ({ page }) => {
	await rules(page, '2026-01-05/changes/2024-01-15/');
	for (let width = 320; width <= 620; width += 20) {
		await page.setViewportSize({ width, height: 640 });
		const edges = await page.locator('.prose :is(ins, del)').evaluateAll((all) =>
			all.filter((one) => {
				const lines = [...one.getClientRects()];
				return lines.length > 1 && (lines.at(-1)?.width ?? 0) < 5;
			}),
		);
		expect(edges, `at ${width}`).toHaveLength(0);
	}
});

test('how changes are marked is told where they are, on screen and on paper', async ({ page }) => {
	await rules(page, '2026-01-05/changes/');
	const marks = page.getByText('Words we’ve taken out are');
	const added = page.locator('.prose p ins').first();
	await expect(marks).toHaveText(
		/are\s+struck through\s*, and words we’ve put in are\s+underlined\s*\./,
	);
	await expect(marks).toBeVisible();
	for (const view of ['New', 'Old']) {
		await page.getByRole('radio', { name: `${view} wording` }).check();
		await expect(marks).toBeHidden();
	}
	await page.getByRole('radio', { name: 'New wording' }).check();
	await page.emulateMedia({ media: 'print' });
	await expect(added).toHaveCSS('text-decoration-line', 'none');
	await expect(marks).toBeHidden();
});

test('the way to what changed is no louder than its sentence in the list of policies', async ({
	page,
}) => {
	await page.goto(`${site.origin}/`);
	const link = page.getByRole('link', { name: 'What changed on 5 January 2026' });
	const [own, around] = await link.evaluate((one) =>
		[one, one.parentElement ?? one].map((element) => {
			const { fontSize, fontWeight } = getComputedStyle(element);
			return { fontSize, fontWeight };
		}),
	);
	expect(own).toEqual(around);
});

test('on a wide screen no target hides below what sticks to the top', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await rules(page, '2026-01-05/changes/');
	const link = page.locator('.notes dt a').first();
	const id = (await link.getAttribute('href'))?.slice(1) ?? '';
	await link.click();
	const [bar, target] = [
		await page.locator('.views').boundingBox(),
		await page.locator(`#${id}`).boundingBox(),
	];
	expect(target?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
});

test('the changes show both wordings, the new or the old, without JavaScript', async ({ page }) => {
	await rules(page, '2026-01-05/changes/');
	const fees = page.getByRole('region', { name: 'Fees' });
	const [old, now] = [
		fees.locator('del', { hasText: 'may' }),
		fees.locator('ins', { hasText: 'must not' }),
	];
	await expect(old).toBeVisible();
	await expect(now).toBeVisible();
	await page.getByLabel('New wording').check();
	await expect(old).toBeHidden();
	await expect(now).toBeVisible();
	await page.getByLabel('Old wording').check();
	await expect(old).toBeVisible();
	await expect(now).toBeHidden();
	await expect(page.locator('li.added').first()).toBeHidden();
});

test('the changes are heard, and told apart without colour', async ({ page }) => {
	await rules(page, '2026-01-05/changes/');
	const fees = page.getByRole('region', { name: 'Fees' });
	await expect(fees.locator('del', { hasText: 'may' })).toHaveText(', was: may');
	await expect(fees.locator('ins', { hasText: 'must not' })).toHaveText(
		', now: must not, end of change, ',
	);
	for (const media of ['screen', 'print'] as const) {
		await page.emulateMedia({ media, forcedColors: 'active' });
		await expect(page.locator('.prose ins').first()).toHaveCSS('text-decoration-line', 'underline');
		await expect(page.locator('.prose del').first()).toHaveCSS(
			'text-decoration-line',
			'line-through',
		);
	}
});

test('an unchanged clause folds to a line that opens', async ({ page }) => {
	await rules(page, '2026-01-05/changes/');
	await expect(page.getByText('We close on bank holidays.')).toBeHidden();
	await page.getByText('Opening hours: unchanged').click();
	await expect(page.getByText('We close on bank holidays.')).toBeVisible();
});

test('every pair of versions has its page, and every version its answer to what changed since', async ({
	request,
}) => {
	const dates = [
		'2024-01-15',
		'2024-09-01',
		'2025-01-10',
		'2025-06-01',
		'2026-01-05',
		'2027-02-01',
	];
	for (const [index, to] of dates.entries())
		for (const [position, from] of dates.slice(0, index).entries()) {
			const path = `${to}/changes/${position === index - 1 ? '' : `${from}/`}`;
			expect((await request.get(`${site.origin}/reading-room/${path}`)).status(), path).toBe(200);
		}
	for (const date of dates)
		expect((await request.get(`${site.origin}/reading-room/since/${date}/`)).status()).toBe(200);
});

test('the feeds are announced, well-formed and lead to pages that exist', async ({
	page,
	request,
}) => {
	await rules(page);
	for (const type of ['application/atom+xml', 'application/feed+json']) {
		const href = await page.locator(`link[rel=alternate][type="${type}"]`).getAttribute('href');
		expect((await request.get(site.origin + href)).status()).toBe(200);
	}
	const feed = await page.goto(`${site.origin}/feed.xml`);
	expect(await feed?.text()).toBe(readFileSync(`${site.folder}/feed.xml`, 'utf8'));
	await expect(page.locator('parsererror')).toHaveCount(0);
	const json = await (await request.get(`${site.origin}/reading-room/feed.json`)).json();
	for (const { url } of json.items)
		expect((await request.get(site.origin + new URL(url).pathname)).status()).toBe(200);
});

test('language models are told what is in force and what is not', async ({ request }) => {
	const text = await (await request.get(`${site.origin}/llms.txt`)).text();
	expect(text).toMatch(/## In force\n\n- \[Reading room rules, version of 2026-01-05\]/);
	expect(text).toMatch(
		/## Superseded: do not cite as current\n\n- \[Reading room rules, version of 2024-01-15\]/,
	);
	expect(text).not.toContain('2027-09-01');
});

test('every printed sheet ends with policy, version, hash and address', async ({ page }) => {
	await rules(page);
	await page.emulateMedia({ media: 'print' });
	const colophon = page.locator('.colophon');
	const { versions } = JSON.parse(
		readFileSync(`${site.folder}/reading-room/versions.json`, 'utf8'),
	);
	const hash = versions
		.find(({ state }: { state: string }) => state === 'in force')
		.sha256.slice(0, 12);
	await expect(colophon).toHaveText(
		`Reading room rules, version of 5 January 2026 · ${hash} · https://www.claranetsoho.co.uk/reading-room/2026-01-05/`,
	);
	await expect(colophon).toHaveCSS('display', 'table-footer-group');
	await expect(colophon).toHaveCSS('break-inside', 'avoid');
});

for (const [name, path] of [
	['comparison', '2026-01-05/changes/'],
	['since', 'since/2025-06-01/'],
	['versions-of-a-long-history', 'versions/'],
	['draft', '2027-09-01/'],
] as const)
	test(`a screen reader is given the page “${name}” with names, roles and order`, async ({
		page,
	}) => {
		await rules(page, path);
		expectGolden(`tree-${name}.yml`, await treeOf(page));
	});

test('no page is wider than the sheet that it is printed on', async ({ page }) => {
	const paths = ['', '2024-09-01/', 'versions/', '2026-01-05/changes/', 'since/2024-09-01/'];
	for (const path of [...paths, '2027-09-01/', '2027-09-01/changes/2024-01-15/']) {
		await rules(page, path);
		expect(await beyondSheet(page), path).toBeLessThanOrEqual(0);
	}
});

const menu = (page: Page) => page.getByRole('navigation', { name: 'Main' });

test('a policy that is announced and not in force needs its files only: page, menu, list and feed follow', async ({
	page,
	request,
}) => {
	await page.goto(`${site.origin}/`);
	await expect(page.locator('.policies > li', { hasText: 'Visits policy' })).toContainText(
		'Applies from 1\u00a0March\u00a02027',
	);
	await menu(page).getByRole('link', { name: 'Visits', exact: true }).click();
	await expect(page).toHaveURL(`${site.origin}/upcoming-visits/`);
	await expect(notice(page)).toContainText('This version will apply from 1 March 2027.');
	await expect(page.getByRole('heading', { name: '1 About' })).toBeVisible();
	await expect(page.getByText('Version in force', { exact: true })).toHaveCount(0);
	expect(await (await request.get(`${site.origin}/feed.xml`)).text()).toContain(
		'Visits policy: new version from 1 March 2027',
	);
});

test('a policy that is a draft is in previews only, and says what it is', async ({ page }) => {
	await page.goto(`${site.origin}/wanted-manners/`);
	await expect(notice(page)).toContainText('This is a draft, and it does not apply.');
	await expect(menu(page).getByRole('link', { name: 'Manners code' })).toBeVisible();
});

test('every link of every page leads somewhere, whatever state the policies are in', async ({
	request,
}) => {
	const pages = globSync('{index.html,{reading-room,upcoming-visits,wanted-manners}/**/*.html}', {
		cwd: site.folder,
	});
	expect(pages.length).toBeGreaterThan(30);
	const targets = new Set(
		pages.flatMap((file) => {
			const html = readFileSync(join(site.folder, file), 'utf8');
			return [...html.matchAll(/ href="(\/[^"#]*)/g)].map(([, path = '']) => path);
		}),
	);
	// Pages of the reading room that this site does not have.
	for (const path of [...targets].filter((one) => !/^\/(desk|law|copying)\//.test(one)))
		expect({ path, status: (await request.get(site.origin + path)).status() }).toEqual({
			path,
			status: 200,
		});
});

test('every page of a preview says so, and leads to what is not published and what it changes', async ({
	page,
}) => {
	for (const path of ['/', '/contact/', '/reading-room/']) {
		await page.goto(site.origin + path);
		const preview = page.getByRole('region', { name: 'Preview' });
		await expect(preview).toContainText('This is a preview, not the site that readers see.');
		const items = preview.getByRole('listitem');
		await expect(items).toHaveText([
			/Reading room rules, draft for 1 September 2027\s+\(not announced\)\s+and\s+what changes on 1 September 2027/,
			/Visits policy, version of 1 March 2027\s+\(people are told on 20 November 2026\)\s*$/,
			/Manners code, draft for 1 March 2027\s+\(not announced\)\s*$/,
		]);
	}
	const [draft, changes] = ['draft for 1 September 2027', 'what changes on 1 September 2027'];
	await page.getByRole('link', { name: draft }).click();
	await expect(page).toHaveURL(`${site.origin}/reading-room/2027-09-01/`);
	await page.getByRole('region', { name: 'Preview' }).getByRole('link', { name: changes }).click();
	await expect(page).toHaveURL(`${site.origin}/reading-room/2027-09-01/changes/`);
});

test.describe('with JavaScript', () => {
	test.use({ javaScriptEnabled: true });
	for (const path of [
		'',
		'2024-09-01/',
		'versions/',
		'2026-01-05/changes/',
		'2027-09-01/changes/2024-01-15/',
		'since/2024-09-01/',
		'2027-09-01/',
		'../upcoming-visits/',
		'../wanted-manners/',
	])
		for (const colorScheme of ['light', 'dark'] as const)
			test(`axe finds nothing on /reading-room/${path} (${colorScheme})`, async ({ page }) => {
				await page.emulateMedia({ colorScheme });
				await rules(page, path);
				const { violations } = await axe(page).analyze();
				expect(violations).toEqual([]);
				await page.setViewportSize({ width: 320, height: 640 });
				expect(await small(page)).toEqual([]);
				expect(await blankEnds(page)).toEqual([]);
				const wide = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(wide).toBeLessThanOrEqual(320);
			});

	test('the keyboard alone goes from both wordings to the new one and to the old one', async ({
		page,
	}) => {
		await rules(page, '2026-01-05/changes/');
		const [added, removed] = [
			page.locator('.prose ins').first(),
			page.locator('.prose del').first(),
		];
		const both = page.getByRole('radio', { name: 'Both wordings' });
		for (let step = 0; step < 40; step++) {
			if (await both.evaluate((radio) => radio === document.activeElement)) break;
			await page.keyboard.press('Tab');
		}
		await expect(both).toBeFocused();
		await expect(added).toBeVisible();
		await expect(removed).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('radio', { name: 'New wording' })).toBeFocused();
		await expect(removed).toBeHidden();
		await page.keyboard.press('ArrowDown');
		await expect(page.getByRole('radio', { name: 'Old wording' })).toBeFocused();
		await expect(added).toBeHidden();
		await expect(removed).toBeVisible();
	});

	/** The most bytes, Brotli, of pages that only policies with a history have. */
	const budgets = {
		'reading-room/2026-01-05/changes/': 6000,
		'reading-room/since/2024-09-01/': 6300,
		'reading-room/versions/': 5000,
		'reading-room/2027-09-01/': 6000,
	} as const;
	for (const [path, most] of Object.entries(budgets))
		test(`/${path} weighs at most ${most.toLocaleString('en-GB')} bytes`, () => {
			const file = readFileSync(join(site.folder, path, 'index.html'));
			expect(brotliCompressSync(file).length).toBeLessThanOrEqual(most);
		});
});

test('the notice that told readers of a version has a page, to which the list of versions leads', async ({
	page,
}) => {
	await rules(page, 'versions/');
	await page.getByRole('link', { name: 'What we told readers about 5 January 2026' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentNotice.subject);
	await expect(page.getByText('We sent this on 1 December 2025')).toBeVisible();
	await expect(page.locator('.prose li')).toHaveText(['One thing.', 'Another.']);
	await expect(page.getByRole('heading', { name: '3 Borrowing' })).toBeVisible();
});
