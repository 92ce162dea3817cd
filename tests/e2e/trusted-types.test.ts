import { expect, type Page } from '@playwright/test';
import { ways } from '#src/forms/question.ts';
import { answerSum, fillIn, send, test, unique } from './site.ts';

/** Everything that broke the page's policy, as the browser tells the page. */
async function watch(page: Page): Promise<string[]> {
	const broken: string[] = [];
	page.on('console', (message) => {
		if (/security policy|trusted/i.test(message.text())) broken.push(message.text());
	});
	page.on('pageerror', (error) => broken.push(error.message));
	await page.exposeFunction('noteViolation', (directive: string) => broken.push(directive));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
			// Exposed by the test.
			(window as unknown as { noteViolation(directive: string): void }).noteViolation(
				effectiveDirective,
			);
		});
	});
	return broken;
}

test('the form, its answers and the browser’s work go without breaking the page’s policy', async ({
	page,
}) => {
	const broken = await watch(page);
	await page.goto('/contact/');
	await fillIn(page, unique());
	await page.getByLabel('E-mail address').fill('no address');
	await answerSum(page);
	await send(page);
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByLabel('E-mail address').fill('ada@example.org');
	await page.getByText(ways.legend).click();
	await page.getByLabel(ways.instead.label).check();
	await expect(page.locator('[name=work]')).not.toHaveValue('', { timeout: 60_000 });
	await page.locator('#answer').fill('');
	await send(page);
	await page.waitForURL('**/contact/sent*');
	expect(broken).toEqual([]);
});

test('text becomes markup or code on no page', async ({ page }) => {
	for (const path of ['/', '/contact/', '/privacy/']) {
		await page.goto(path);
		const refused = await page.evaluate(() => {
			const sinks: (() => void)[] = [
				() => Reflect.set(document.body, 'innerHTML', '<b>x</b>'),
				() => Reflect.set(document.createElement('script'), 'src', '/x.js'),
				() => void new Worker('/x.js'),
				() => void document.createRange().createContextualFragment('<b>x</b>'),
			];
			return sinks.filter((sink) => {
				try {
					sink();
					return false;
				} catch {
					return true;
				}
			}).length;
		});
		expect(refused, path).toBe(4);
	}
});

test('another script cannot make a policy of its own', async ({ page }) => {
	await page.goto('/contact/');
	const made = await page.evaluate(() => {
		const { trustedTypes } = window as unknown as {
			trustedTypes: { createPolicy(name: string, rules: object): unknown };
		};
		return ['contact', 'other', 'default'].filter((name) => {
			try {
				return trustedTypes.createPolicy(name, { createHTML: (text: string) => text });
			} catch {
				return false;
			}
		});
	});
	expect(made).toEqual([]);
});
