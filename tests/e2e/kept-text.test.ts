import { expect, type Page } from '@playwright/test';
import { contact } from '#src/forms/contact.ts';
import { answerSum, fillIn, send, test, unique } from './site.ts';

const message = (page: Page) => page.getByLabel('Your message');

/** Leaves by the link in the form and comes back, without the browser keeping the page alive. */
async function leaveAndReturn(page: Page): Promise<void> {
	await page.locator('form').getByRole('link', { name: 'privacy policy', exact: true }).click();
	await expect(page).toHaveURL(/\/privacy\/$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/contact\/$/);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('what was typed is there after reading the policy and coming back', async ({ page }) => {
			await page.goto('/contact/');
			await fillIn(page, 'Half a thought');
			await leaveAndReturn(page);
			await expect(message(page)).toHaveValue('Half a thought');
			await expect(page.getByLabel('Your name')).not.toHaveValue('');
			await expect(page.getByRole('radio', { name: 'Sales' })).toBeChecked();
		});

		test('what was typed is there when the page that one comes back from was loaded again', async ({
			page,
		}) => {
			await page.goto('/contact/');
			await fillIn(page, 'Half a thought');
			await page.locator('form').getByRole('link', { name: 'privacy policy', exact: true }).click();
			await expect(page).toHaveURL(/\/privacy\/$/);
			await page.reload();
			await page.goBack();
			await expect(message(page)).toHaveValue('Half a thought');
		});
	});
}

test('all that was typed and ticked is there after a reload', async ({ page }) => {
	await page.goto('/contact/');
	await fillIn(page, 'Half a thought');
	const box = page.getByLabel(contact.fields['no-third-parties'].label);
	await box.check();
	await page.waitForFunction(() => JSON.stringify(history.state).includes('no-third-parties'));
	await page.reload();
	await expect(message(page)).toHaveValue('Half a thought');
	await expect(page.getByRole('radio', { name: 'Sales' })).toBeChecked();
	await expect(box).toBeChecked();
	await expect(page.locator('#answer')).toHaveValue('');
});

test('what was typed is there when a page with problems is left and come back to', async ({
	page,
}) => {
	await page.goto('/contact/');
	await message(page).fill('Half a thought');
	await send(page);
	await page.getByRole('alert').waitFor();
	await message(page).fill('A whole thought');
	await leaveAndReturn(page);
	await expect(message(page)).toHaveValue('A whole thought');
	await page.reload();
	await expect(message(page)).toHaveValue('A whole thought');
});

test('after coming back the question is asked again and the message goes out', async ({
	page,
	received,
}) => {
	const text = unique();
	await page.goto('/contact/');
	await fillIn(page, text);
	await answerSum(page);
	await leaveAndReturn(page);
	await page.getByLabel('Your name').focus();
	await answerSum(page);
	await send(page);
	await expect(page).toHaveURL(/\/contact\/sent/);
	await expect.poll(() => received(text)).toHaveLength(1);
});

test('nothing that was typed is kept in the browser’s storage', async ({ page, context }) => {
	await page.goto('/contact/');
	await fillIn(page, 'Half a thought');
	await leaveAndReturn(page);
	const kept = await page.evaluate(async () => [
		localStorage.length,
		sessionStorage.length,
		(await indexedDB.databases()).length,
		(await caches.keys()).length,
	]);
	expect(kept).toEqual([0, 0, 0, 0]);
	expect(await context.cookies()).toEqual([]);
});
