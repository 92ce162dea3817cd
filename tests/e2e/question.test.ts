import { expect, type Page } from '@playwright/test';
import { numberIn } from '../../netlify/functions/contact/captcha/numbers.ts';
import { contact } from '#src/forms/contact.ts';
import { questionHours } from '#src/forms/question.ts';
import { fillIn, send, test } from './site.ts';

const sum = (page: Page) => page.locator('.sum', { hasText: /\d/ });

test('the question’s name is what is seen, and its description says it in words', async ({
	page,
}) => {
	await page.goto('/contact/');
	await page.getByLabel('Your name').focus();
	const seen = (await sum(page).textContent())?.trim() ?? '';
	const answer = page.locator('#answer');
	await expect(answer).toHaveAccessibleName(seen);
	const [, first, second] = /(\d+) \+ (\d+) =/.exec(seen) ?? [];
	const said = await answer.evaluate((field) =>
		(field.getAttribute('aria-describedby') ?? '')
			.split(' ')
			.map((id) => document.getElementById(id)?.textContent)
			.join(' '),
	);
	const words = /What is (.*) plus (.*?)\?/.exec(said);
	expect([numberIn(words?.[1] ?? ''), numberIn(words?.[2] ?? '')]).toEqual([
		Number(first),
		Number(second),
	]);
});

test('a question that grew too old on an open page is swapped for a new one before it is answered', async ({
	page,
}) => {
	await page.clock.install();
	await page.goto('/contact/');
	const token = page.locator('input[name=token]');
	await page.getByLabel('Your name').focus();
	await expect(token).not.toHaveValue('');
	const first = await token.inputValue();
	await page.clock.fastForward((questionHours - 1) * 3_600_000);
	await page.getByLabel('Your message').pressSequentially('Hello');
	await expect(token).not.toHaveValue(first);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the question on the next page is named by what is seen', async ({ page }) => {
		await page.goto('/contact/');
		await fillIn(page, 'x');
		await send(page);
		const seen = (await sum(page).textContent())?.trim() ?? '';
		await expect(page.locator('#answer')).toHaveAccessibleName(seen);
		await expect(page.locator('#answer')).toHaveAccessibleDescription(/What is \w+ plus/);
	});
});

test('the characters left stand at the message, and one of them is not several', async ({
	page,
}) => {
	await page.goto('/contact/');
	const message = page.getByLabel('Your message');
	const left = page.locator('#message-left');
	const { limit } = contact.fields.message;
	for (const [length, words] of [
		[limit - 100, 'You have 100 characters left.'],
		[limit - 1, 'You have 1 character left.'],
		[limit, 'You have no characters left.'],
		[limit + 1, 'That’s 1 character too many.'],
		[limit + 2, 'That’s 2 characters too many.'],
		[10, ''],
	] as const) {
		await message.fill('x'.repeat(length));
		await expect(left).toHaveText(words);
	}
	await message.fill('x'.repeat(limit + 1));
	await expect(left).toHaveRole('status');
	await left.scrollIntoViewIfNeeded();
	const [above, below] = [await message.boundingBox(), await left.boundingBox()];
	const end = (above?.y ?? 0) + (above?.height ?? 0);
	expect(Math.abs((below?.y ?? 0) - end)).toBeLessThan(24);
});

test('while a message is on its way the button says so', async ({ page }) => {
	await page.goto('/contact/');
	await fillIn(page, 'x');
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route('**/contact/send', (route) => released.then(() => route.abort()));
	await send(page);
	await expect(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
	release();
	await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
});
