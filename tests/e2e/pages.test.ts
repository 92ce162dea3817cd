import { expect } from '@playwright/test';
import { company, lines } from '#src/company.ts';
import { test } from './site.ts';

const pages = [
	'/',
	'/privacy/',
	'/acceptable-use/',
	'/contact/',
	'/accessibility/',
	'/verify/',
	'/nowhere/',
];

for (const path of pages) {
	test(`${path} fits 320 pixels without scrolling sideways`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(path);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(wide).toBeLessThanOrEqual(320);
	});

	test(`${path} asks nothing of others, sets no cookie and breaks no policy`, async ({
		page,
		context,
		baseURL,
	}) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error' && !message.text().includes('404'))
				complaints.push(message.text());
		});
		page.on('request', (request) => {
			if (!request.url().startsWith(baseURL ?? '')) complaints.push(request.url());
		});
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		expect(complaints).toEqual([]);
		expect(await context.cookies()).toEqual([]);
	});
}

test('a page that is not there is answered 404 and helps', async ({ page }) => {
	const response = await page.goto('/nowhere/');
	expect(response?.status()).toBe(404);
	for (const name of ['Privacy policy', 'Acceptable use policy', 'Write to us']) {
		await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();
	}
});

test('the telephones stand on the contact page with their hours', async ({ page }) => {
	await page.goto('/contact/');
	for (const { number, tel, hours } of lines) {
		await expect(page.getByRole('link', { name: number }).first()).toHaveAttribute(
			'href',
			`tel:${tel}`,
		);
		if (hours) await expect(page.getByText(hours.words)).toBeVisible();
	}
});

test('every page has its own title, description and address', async ({ page }) => {
	const seen = new Set<string>();
	for (const path of pages.slice(0, -1)) {
		await page.goto(path);
		await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', company.site + path);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
		const description = await page.locator('meta[name=description]').getAttribute('content');
		seen.add(`${await page.title()} ${description}`);
	}
	expect(seen.size).toBe(pages.length - 1);
});

test('the keyboard reaches everything on the contact page in the order of the page', async ({
	page,
}) => {
	await page.goto('/contact/');
	const focused: string[] = [];
	for (let step = 0; step < 20; step++) {
		await page.keyboard.press('Tab');
		focused.push(
			await page.evaluate(
				() => document.activeElement?.id || document.activeElement?.textContent?.trim() || '',
			),
		);
	}
	expect(focused[0]).toBe('Skip to the main text');
	const order = [
		'name',
		'email',
		'phone',
		'company',
		'topic',
		'message',
		'marketing-electronic',
		'answer',
	];
	expect(focused.filter((id) => order.includes(id))).toEqual(order);
});
