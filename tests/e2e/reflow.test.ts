import { expect, type Locator, type Page } from '@playwright/test';
import { axe, small } from './access.ts';
import { answerSum, fillIn, send, test, unique } from './site.ts';

const link = `https://example.com/${'a'.repeat(200)}`;

async function expectNoSideways(page: Page): Promise<void> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(320);
}

/** Puts a long word where words of any length may come to stand. */
const lengthen = (places: Locator) =>
	places.evaluateAll((all, text) => {
		for (const place of all) place.textContent = text;
	}, link);

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } });

		test('a pasted link makes no page of the form wider than the screen', async ({ page }) => {
			await page.goto('/contact/');
			await page.getByLabel('Your message').fill(link);
			await page.getByLabel('Company').fill(link);
			await expectNoSideways(page);
			await send(page);
			await page.getByRole('alert').waitFor();
			await expectNoSideways(page);
			await page.route('**/contact/challenge', (route) => route.abort());
			await page.goto('/contact/');
			await fillIn(page, link);
			await send(page);
			await page
				.getByRole('heading', { name: 'One more' })
				.or(page.getByText('One question before'))
				.first()
				.waitFor();
			await expectNoSideways(page);
		});
	});
}

test.describe('at 320 pixels', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	for (const colorScheme of ['light', 'dark'] as const)
		test(`the local mailbox is readable, and so is the mail in it (${colorScheme})`, async ({
			page,
			received,
		}) => {
			await page.emulateMedia({ colorScheme });
			const text = unique();
			await page.goto('/contact/');
			await fillIn(page, `${text} ${link} שלום`);
			await answerSum(page);
			await send(page);
			await expect(page).toHaveURL(/\/contact\/sent/);
			await expect.poll(() => received(text)).toHaveLength(1);
			const [mail] = await received(text);
			for (const path of ['', `${mail?.id}/`, 'none/']) {
				await page.goto(`/_mailbox/${path}`);
				expect((await axe(page).analyze()).violations).toEqual([]);
				expect(await small(page)).toEqual([]);
				await expectNoSideways(page);
			}
			await page.setContent(mail?.html ?? '');
			await expect(page.getByText(link)).toBeVisible();
			await expectNoSideways(page);
		});

	for (const path of ['/', '/privacy/', '/privacy/versions/', '/contact/', '/nowhere/']) {
		test(`a word of any length breaks on ${path}`, async ({ page }) => {
			await page.goto(path);
			await lengthen(page.locator('main :is(h1, h2, h3, p, li, dt, dd, a, label, legend)'));
			await expectNoSideways(page);
		});
	}
});

/** 320 by 256 is what is left of 1280 by 1024 at 400 %. */
for (const height of [640, 256]) {
	for (const javaScriptEnabled of [true, false]) {
		test.describe(`320 by ${height}, script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
			test.use({ javaScriptEnabled, reducedMotion: 'reduce', viewport: { width: 320, height } });

			test('a link to a problem shows the field with its label and its message', async ({
				page,
			}) => {
				await page.goto('/contact/');
				await send(page);
				for (const name of ['name', 'email', 'topic', 'message']) {
					await page.locator(`.problems a[href="#${name}"]`).click();
					await expect(page.locator(`#${name}`)).toBeFocused();
					const label = page.locator(`label[for=${name}], fieldset:has(#${name}) legend`);
					await expect(label.first()).toBeInViewport({ ratio: 1 });
					await expect(page.locator(`#${name}-error`)).toBeInViewport({ ratio: 1 });
					await expect(page.locator(`#${name}`)).toBeInViewport({ ratio: 0.1 });
				}
			});

			test('a link to the question shows what is asked', async ({ page }) => {
				await page.goto('/contact/');
				await fillIn(page, 'x');
				if (!javaScriptEnabled) await send(page);
				await page.locator('.sum', { hasText: /\d/ }).waitFor();
				await page.locator('#answer').fill('99');
				await send(page);
				await page.locator('.problems a[href="#answer"]').click();
				await expect(page.locator('#answer')).toBeFocused();
				await expect(page.locator('.sum')).toBeInViewport({ ratio: 1 });
				await expect(page.locator('#answer-error')).toBeInViewport({ ratio: 1 });
				await answerSum(page);
			});
		});
	}
}
