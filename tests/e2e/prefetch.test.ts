import { expect, type Page } from '@playwright/test';
import { company } from '#src/company.ts';
import { contact } from '#src/forms/contact.ts';
import { notices } from '#src/forms/notices.ts';
import { addresses } from '#src/policies/versions/addresses.ts';
import { test } from './site.ts';

test('a page is fetched once somebody points at its link, and is there when they follow it', async ({
	page,
}) => {
	await page.goto('/contact/');
	const link = page.getByRole('link', { name: 'Privacy', exact: true });
	const fetched = page.waitForEvent('requestfinished', (request) =>
		request.url().endsWith('/privacy/'),
	);
	await link.hover();
	expect((await fetched).headers()['sec-purpose']).toBe('prefetch');
	await link.click();
	await expect(page).toHaveURL(/\/privacy\/$/);
	const delivery = await page.evaluate(() =>
		performance.getEntriesByType('navigation').map((entry) => Reflect.get(entry, 'deliveryType')),
	);
	expect(delivery).toEqual(['navigational-prefetch']);
});

/** The addresses that the browser may fetch before anybody goes there, as it tells its own tools. */
async function watchCandidates(page: Page): Promise<() => string[]> {
	let candidates: string[] = [];
	const session = await page.context().newCDPSession(page);
	session.on('Preload.preloadingAttemptSourcesUpdated', ({ preloadingAttemptSources }) => {
		candidates = preloadingAttemptSources.map(({ key }) => key.url);
	});
	await session.send('Preload.enable');
	return () => candidates;
}

test('nothing that changes things, is signed, is downloaded or is elsewhere is fetched beforehand', async ({
	page,
	baseURL,
}) => {
	const candidates = await watchCandidates(page);
	await page.goto('/nowhere/');
	const kept = [
		...[contact.challenge, contact.action, `${contact.sent}?r=r1.x`, '/contact/health'],
		...[notices.action, `${notices.confirm}?n=x`, '/privacy/?r=x', company.site],
		...[addresses.atom(), addresses.markdown('privacy', '2026-11-23')],
	];
	const other = '/privacy/2026-11-23/changes/';
	await page.evaluate(
		(all) =>
			document.querySelector('main')?.append(
				...all.map((href) => {
					const link = document.createElement('a');
					link.href = href;
					link.textContent = href;
					return link;
				}),
			),
		[...kept, other],
	);
	await expect.poll(candidates).toContain(baseURL + other);
	const fetchable = candidates().map((url) => url.replace(baseURL ?? '', ''));
	expect(fetchable).toContain('/');
	expect(fetchable.filter((href) => kept.includes(href))).toEqual([]);
});
