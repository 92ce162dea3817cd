import { expect } from '@playwright/test';
import { contact } from '#src/forms/contact.ts';
import { reasons } from '#src/forms/outcomes.ts';
import { questionWords, states } from '#src/forms/question.ts';
import { sending } from '#src/forms/sending.ts';
import { answerSum, fillIn, send, test, unique } from './site.ts';

const { fields } = contact;

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		/** Without JavaScript the question comes on the next page. */
		async function sendAnswered(page: import('@playwright/test').Page): Promise<void> {
			if (!javaScriptEnabled) await send(page);
			await answerSum(page);
			await send(page);
		}

		test('an enquiry is sent, receipted and received once', async ({ page, received }) => {
			const message = unique();
			await page.goto('/contact/');
			await fillIn(page, message);
			await sendAnswered(page);
			await expect(page).toHaveURL(/\/contact\/sent\?r=r1\./);
			const reference = (await page.locator('.reference').textContent()) ?? '';
			expect(reference).toMatch(/^[A-Z2-9]{8}$/);
			await expect.poll(() => received(message)).toHaveLength(1);
			const [mail] = await received(message);
			expect(mail?.subject).toBe(`Sales: enquiry ${reference}`);
			await page.reload();
			await expect(page.locator('.reference')).toHaveText(reference);
			expect(await received(message)).toHaveLength(1);
		});

		test('problems are listed, linked and told beside their fields, and all that was typed stays', async ({
			page,
		}) => {
			await page.goto('/contact/');
			await page.getByLabel('Your message').fill('Half a form');
			await page.getByRole('radio', { name: 'Sales' }).check();
			await page.getByLabel(fields['no-third-parties'].label).check();
			await send(page);
			const summary = page.getByRole('alert');
			await expect(summary).toBeFocused();
			await expect(page).toHaveTitle(/^Error: /);
			await expect(page.getByLabel('Your message')).toHaveValue('Half a form');
			await expect(page.getByRole('radio', { name: 'Sales' })).toBeChecked();
			await expect(page.getByLabel(fields['no-third-parties'].label)).toBeChecked();
			const name = page.getByLabel('Your name');
			await expect(name).toHaveAttribute('aria-invalid', 'true');
			await expect(name).toHaveAccessibleDescription(fields.name.required);
			await summary.getByRole('link', { name: fields.name.required }).click();
			await expect(name).toBeFocused();
		});

		test('a wrong answer asks a new sum and keeps the text', async ({ page, received }) => {
			const message = unique();
			await page.goto('/contact/');
			await fillIn(page, message);
			if (!javaScriptEnabled) await send(page);
			const sum = page.locator('.sum', { hasText: /\d/ });
			await sum.waitFor();
			await page.locator('#answer').fill('99');
			await send(page);
			await expect(page.getByRole('alert')).toContainText(questionWords.sum.wrong);
			await expect(page.getByLabel('Your message')).toHaveValue(message);
			await answerSum(page);
			await send(page);
			await expect(page).toHaveURL(/\/contact\/sent/);
			await expect.poll(() => received(message)).toHaveLength(1);
		});

		test('back from the receipt and send again makes no second mail', async ({
			page,
			received,
		}) => {
			const message = unique();
			await page.goto('/contact/');
			await fillIn(page, message);
			await sendAnswered(page);
			await expect(page).toHaveURL(/\/contact\/sent/);
			const receipt = page.url();
			if (javaScriptEnabled) {
				await page.goBack();
				await fillIn(page, message);
				await page.goForward();
			} else {
				// The browser asks before it sends the first page's form again; this is what a yes does.
				await page.goto('/contact/');
				await fillIn(page, message);
				await sendAnswered(page);
			}
			await expect(page).toHaveURL(receipt);
			await expect.poll(() => received(message)).toHaveLength(1);
		});

		test('a double click sends once', async ({ page, received }) => {
			const message = unique();
			await page.goto('/contact/');
			await fillIn(page, message);
			if (!javaScriptEnabled) await send(page);
			await answerSum(page);
			await page.getByRole('button', { name: 'Send' }).first().dblclick();
			await expect(page).toHaveURL(/\/contact\/sent/);
			await expect.poll(() => received(message)).toHaveLength(1);
		});
	});
}

test.describe('with JavaScript', () => {
	test('no question is asked before the form is touched', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(new URL(request.url()).pathname));
		// As tall as a crawler's window, so that the question is in view at once.
		await page.setViewportSize({ width: 1280, height: 5000 });
		await page.goto('/contact/');
		await page.waitForLoadState('networkidle');
		expect(asked).not.toContain(contact.challenge);
		await page.getByLabel('Your name').focus();
		await page.locator('.sum', { hasText: /\d/ }).waitFor();
		expect(asked.filter((path) => path === contact.challenge)).toHaveLength(1);
	});

	test('nothing moves when the sum appears', async ({ page }) => {
		await page.goto('/contact/');
		const place = () => page.getByRole('button', { name: 'Send' }).boundingBox();
		const before = await place();
		await page.getByLabel('Your name').focus();
		await page.locator('.sum', { hasText: /\d/ }).waitFor();
		expect(await place()).toEqual(before);
	});

	test('with the challenge blocked the form still gets through by one more step', async ({
		page,
		received,
	}) => {
		const message = unique();
		await page.route('**/contact/challenge', (route) => route.abort());
		await page.goto('/contact/');
		await fillIn(page, message);
		await expect(page.locator('.sum')).toHaveText(states.refused.words);
		await send(page);
		await expect(page.getByText(reasons.unasked)).toBeVisible();
		await expect(page.getByRole('heading', { name: 'One more step' })).toBeFocused();
		await answerSum(page);
		await send(page);
		await expect(page).toHaveURL(/\/contact\/sent/);
		await expect.poll(() => received(message)).toHaveLength(1);
	});

	test('offline at send, the text stays and the page says so', async ({ page, context }) => {
		await page.goto('/contact/');
		await fillIn(page, 'Typed on a train');
		await answerSum(page);
		await context.setOffline(true);
		await send(page);
		await expect(page.locator('.status')).toHaveText(sending.away);
		await expect(page.getByLabel('Your message')).toHaveValue('Typed on a train');
		await context.setOffline(false);
		await send(page);
		await expect(page).toHaveURL(/\/contact\/sent/);
	});

	test('the question is never swapped under a filled answer', async ({ page }) => {
		await page.clock.install();
		await page.goto('/contact/');
		await fillIn(page, unique());
		await answerSum(page);
		const sum = await page.locator('.sum').textContent();
		await page.clock.fastForward('21:00:00');
		await page.getByLabel('Your name').focus();
		await page.getByLabel('Your message').focus();
		await expect(page.locator('.sum')).toHaveText(sum ?? '');
		await send(page);
		await expect(page).toHaveURL(/\/contact\/sent/);
	});
});
