import { expect, type Page } from '@playwright/test';
import { yourData } from '#src/forms/your-data.ts';
import { processing } from '#src/processing.ts';
import { advance } from '#simulation/clock.ts';
import { typed } from '#simulation/fakes.ts';
import { send, test, unique } from './site.ts';

const { fields } = yourData;

async function fillIn(page: Page, label: string, message: string): Promise<void> {
	await page.getByRole('radio', { name: label, exact: true }).check();
	await page.getByLabel(fields.name.label).fill(typed.name);
	await page.getByLabel(fields.email.label).fill(typed.email);
	await page.getByLabel(fields.message.label).fill(message);
	advance(5_000);
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		for (const { value, label } of fields.topic.choices) {
			test(`“${label}” is sent at once, receipted with its day and received once`, async ({
				page,
				received,
			}) => {
				const message = unique();
				await page.goto(yourData.page);
				await fillIn(page, label, message);
				await send(page);
				await expect(page).toHaveURL(/\/your-data\/sent\?r=r2\./);
				const reference = (await page.locator('.reference').textContent()) ?? '';
				const due = (await page.locator('time').last().textContent()) ?? '';
				const promise = value === 'complaint' ? 'acknowledge your complaint' : 'answer';
				await expect(page.getByRole('main')).toContainText(`${promise} by ${due}.`);
				await expect.poll(() => received(message)).toHaveLength(1);
				const [mail] = await received(message);
				expect(mail?.subject).toContain(`${label}: data request ${reference}.`);
				expect(mail?.subject.endsWith(` by ${due}`)).toBe(true);
				expect(mail?.subject.startsWith('[Not checked for spam] ')).toBe(!javaScriptEnabled);
				await page.reload();
				await expect(page.locator('.reference')).toHaveText(reference);
				expect(await received(message)).toHaveLength(1);
			});
		}

		test('problems are listed and linked, and all that was typed stays', async ({ page }) => {
			await page.goto(yourData.page);
			await page.getByLabel(fields.message.label).fill('Half a request');
			await page.getByRole('radio', { name: 'Delete it' }).check();
			await send(page);
			const summary = page.getByRole('alert');
			await expect(summary).toBeFocused();
			await expect(page).toHaveTitle(/^Error: Your data/);
			await expect(page.getByLabel(fields.message.label)).toHaveValue('Half a request');
			await expect(page.getByRole('radio', { name: 'Delete it' })).toBeChecked();
			await summary.getByRole('link', { name: fields.name.required }).click();
			await expect(page.getByLabel(fields.name.label)).toBeFocused();
		});

		test('after problems the request is sent from the page that told them', async ({
			page,
			received,
		}) => {
			const message = unique();
			await page.goto(yourData.page);
			await send(page);
			await expect(page.getByRole('alert')).toBeVisible();
			await fillIn(page, 'Correct it', message);
			await send(page);
			await expect(page).toHaveURL(/\/your-data\/sent/);
			await expect.poll(() => received(message)).toHaveLength(1);
		});

		test('a double click sends once', async ({ page, received }) => {
			const message = unique();
			await page.goto(yourData.page);
			await fillIn(page, 'Delete it', message);
			await page.locator('.send').dblclick();
			await expect(page).toHaveURL(/\/your-data\/sent/);
			await expect.poll(() => received(message)).toHaveLength(1);
		});

		test('back from the receipt the text is still there', async ({ page }) => {
			const message = unique();
			await page.goto(yourData.page);
			await fillIn(page, 'Delete it', message);
			await send(page);
			await expect(page).toHaveURL(/\/your-data\/sent/);
			await page.goBack();
			await expect(page.getByLabel(fields.message.label)).toHaveValue(message);
			await expect(page.getByRole('radio', { name: 'Delete it' })).toBeChecked();
		});
	});
}

test('with the challenge blocked a request is sent all the same, labelled', async ({
	page,
	received,
}) => {
	const message = unique();
	await page.route(`**${yourData.challenge}`, (route) => route.abort());
	await page.goto(yourData.page);
	await fillIn(page, 'Delete it', message);
	await send(page);
	await expect(page).toHaveURL(/\/your-data\/sent/);
	await expect.poll(() => received(message)).toHaveLength(1);
	expect((await received(message))[0]?.subject).toMatch(/^\[Not checked for spam\] /);
});

test('the keyboard alone sends a request', async ({ page }) => {
	await page.goto(yourData.page);
	await page.getByRole('radio').first().focus();
	await page.keyboard.press('Space');
	for (const words of [typed.name, typed.email, 'SOHO-1', 'By keyboard']) {
		await page.keyboard.press('Tab');
		await page.keyboard.type(words);
	}
	advance(5_000);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.locator('.send')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/your-data\/sent/);
});

test('no question is asked before the form is touched, and none is shown after', async ({
	page,
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(yourData.page);
	await page.waitForLoadState('networkidle');
	expect(asked).not.toContain(yourData.challenge);
	await page.getByLabel(fields.name.label).fill('Ada');
	await expect.poll(() => asked).toContain(yourData.challenge);
	await expect(page.locator('#question')).toBeHidden();
});

/** Everything that a page can leave in a browser, by name. */
const leftIn = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const databases = await indexedDB.databases();
		const workers = await navigator.serviceWorker.getRegistrations();
		return [
			...document.cookie.split('; ').filter(Boolean),
			...Object.keys(localStorage),
			...Object.keys(sessionStorage),
			...databases.map(({ name }) => name ?? ''),
			...(await caches.keys()),
			...workers.map(({ scope }) => scope),
		];
	});

test('the whole site leaves in a browser what the register says, and nothing else', async ({
	page,
	context,
	baseURL,
}) => {
	const sitemap = await (await fetch(`${baseURL}/sitemap-0.xml`)).text();
	const listed = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)];
	const paths = [...listed.map(([, path = '']) => path), '/nowhere/'];
	expect(paths.length).toBeGreaterThan(8);
	for (const path of paths) {
		await page.goto(path);
		await page.mouse.wheel(0, 500);
		expect(await leftIn(page), path).toEqual(processing.stored);
	}
	await page.goto(yourData.page);
	await fillIn(page, 'Delete it', unique());
	await send(page);
	await expect(page).toHaveURL(/\/your-data\/sent/);
	expect(await leftIn(page)).toEqual(processing.stored);
	expect(await context.cookies()).toEqual([]);
});
