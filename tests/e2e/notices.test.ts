import { expect, type Page } from '@playwright/test';
import { notices } from '#src/forms/notices.ts';
import { test } from './site.ts';

let serial = 0;
const address = () => `reader.${process.pid}.${++serial}@example.org`;

async function ask(page: Page, email: string): Promise<void> {
	await page.goto('/privacy/');
	await page.getByRole('link', { name: notices.link }).click();
	await page.getByLabel('Privacy policy').check();
	await page.getByLabel(notices.fields.email.label).fill(email);
	await page.getByRole('button', { name: notices.send }).click();
}

/** The link in a mail, on this machine. */
const linkIn = (text = ''): string => {
	const { pathname, search } = new URL(/https:\/\/\S+\/notices\/confirm\S+/.exec(text)?.[0] ?? '');
	return pathname + search;
};

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a reader asks, opens the mailed link, confirms, and is on the list', async ({
			page,
			received,
		}) => {
			const email = address();
			await ask(page, email);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your e-mail');
			const [mail] = (await received('/notices/confirm')).filter(({ to }) => to.includes(email));
			const link = linkIn(mail?.text);
			await page.goto(link);
			await expect(page.getByText(email)).toBeVisible();
			const people = page.getByRole('listitem').filter({ hasText: email });
			await page.goto('/_mailbox/contacts/');
			await expect(people).toHaveCount(0);
			for (const _ of ['once', 'and again']) {
				await page.goto(link);
				await page.getByRole('button', { name: notices.confirming.button }).click();
				await expect(page.getByRole('heading', { level: 1 })).toHaveText('You’re all set');
			}
			await page.goto('/_mailbox/contacts/');
			await expect(people).toHaveCount(1);
			await expect(people).toContainText('asked for: privacy');
			await expect(people).toContainText('notice_version 2026-11-23');
		});

		test('a form with mistakes comes back and leads to them', async ({ page }) => {
			await page.goto(notices.page);
			await page.getByRole('button', { name: notices.send }).click();
			await expect(page.getByRole('alert')).toContainText(notices.chooseOne);
			await expect(page).toHaveTitle(/^Error: /);
			await page.getByRole('link', { name: notices.fields.email.required }).click();
			await expect(page.getByLabel(notices.fields.email.label)).toBeFocused();
			await expect(page.getByLabel(notices.fields.email.label)).toHaveAttribute(
				'aria-invalid',
				'true',
			);
		});
	});
}

test('what a request needs is marked, the choice of policies too', async ({ page }) => {
	await page.goto(notices.page);
	for (const asked of [page.locator('legend'), page.locator('label[for=email]')])
		await expect(asked).toHaveText(/ \*\s*$/);
	await expect(page.getByText('fill in every field marked')).toBeVisible();
});

test('the keyboard alone asks for notices', async ({ page }) => {
	await page.goto(notices.page);
	await page.getByLabel('Privacy policy').focus();
	await page.keyboard.press('Space');
	await page.getByLabel(notices.fields.email.label).focus();
	await page.keyboard.insertText(address());
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/notices\/asked\/$/);
});
