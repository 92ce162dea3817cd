import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import { reasons } from '#src/forms/outcomes.ts';
import { questionWords, question, states, trap, ways } from '#src/forms/question.ts';
import { solve, typed } from '#simulation/fakes.ts';
import { type AppSite, serveApp } from '#simulation/app-site.ts';

/** The built site with a test app of its own for each test: its clock moves, so that nobody waits. */
const test = base.extend<{ site: AppSite }>({
	// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
	site: async ({}, use) => {
		const site = await serveApp();
		await use(site);
		await site.close();
	},
	baseURL: ({ site }, use) => use(site.url),
});

const worker = '**/_astro/work.client-*.js';
const name = (page: Page) => page.getByLabel('Your name');
const answerOf = (page: Page) => page.locator('#answer');
const press = (page: Page) => page.getByRole('button', { name: 'Send' }).first().click();
const box = (page: Page) => page.getByLabel(ways.instead.label);

async function fill(page: Page): Promise<void> {
	await name(page).fill(typed.name);
	await page.getByLabel('E-mail address').fill(typed.email);
	await page.getByRole('radio', { name: 'Sales' }).check();
	await page.getByLabel('Your message').fill(typed.message);
}

/** Answers what is asked, ten seconds later unless told otherwise. */
async function answer(page: Page, { app }: AppSite, seconds = 10): Promise<void> {
	const asked = page.locator('.sum', { hasText: /\d|this word/ });
	const text = (await asked.textContent()) ?? '';
	const [, word] = /this word: ([a-z]+)/.exec(text) ?? [];
	await answerOf(page).fill(word ?? String(solve(text)));
	app.time += seconds * 1000;
}

/** A test is quicker than a person, so the browser may not have done its work by then. */
const answered = /^sum(, work)?$/;

/** The message arrived, once, with these proofs and without a tag. */
async function expectSent(
	page: Page,
	{ app }: AppSite,
	assurance: string | RegExp = answered,
): Promise<void> {
	await expect(page).toHaveURL(/\/contact\/sent\?r=/);
	await app.settle();
	const mails = [...app.mailer.mails.values()];
	expect(mails).toHaveLength(1);
	expect(mails[0]?.headers['X-Enquiry-Assurance']).toMatch(assurance);
	expect(mails[0]?.subject).toMatch(/^Sales: /);
}

/** Fills in, answers and sends. */
async function send(page: Page, site: AppSite, seconds?: number): Promise<void> {
	await fill(page);
	await answer(page, site, seconds);
	await press(page);
}

for (const seconds of [10, 11 * 3600]) {
	test(`${seconds} seconds on the page are neither too few nor too many`, async ({
		page,
		site,
	}) => {
		await page.clock.install();
		await page.goto('/contact/');
		await send(page, site, seconds);
		await expectSent(page, site);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the sum on one more step lets a message through', async ({ page, site }) => {
		await page.goto('/contact/');
		await fill(page);
		await press(page);
		await answer(page, site);
		await press(page);
		await expectSent(page, site, 'sum');
	});

	test('a different check keeps everything, is in focus and lets a message through', async ({
		page,
		site,
	}) => {
		await page.goto('/contact/');
		await expect(box(page)).toBeHidden();
		await fill(page);
		await page.getByRole('button', { name: ways.other.label }).click();
		await expect(page.getByText(question.changed)).toBeFocused();
		await expect(page.getByLabel('Your message')).toHaveValue(typed.message);
		await expect(page.getByRole('radio', { name: 'Sales' })).toBeChecked();
		await answer(page, site);
		await press(page);
		await expectSent(page, site, 'word');
	});

	test('Enter in a field sends, and does not ask for a different check', async ({ page, site }) => {
		await page.goto('/contact/');
		await fill(page);
		await name(page).press('Enter');
		await expect(page.getByText(reasons.unasked)).toBeVisible();
		await answer(page, site);
		await answerOf(page).press('Enter');
		await expectSent(page, site, 'sum');
	});
});

test('the keyboard alone sends a message', async ({ page, site }) => {
	await page.goto('/contact/');
	await name(page).focus();
	const next = () => page.keyboard.press('Tab');
	for (const text of [typed.name, typed.email, '', '']) {
		await page.keyboard.type(text);
		await next();
	}
	await page.keyboard.press('Space');
	await next();
	await page.keyboard.type(typed.message);
	const focused = () => page.evaluate(() => document.activeElement?.id);
	for (let step = 0; step < 8 && (await focused()) !== 'answer'; step++) await next();
	await expect(answerOf(page)).toBeFocused();
	const sum = await page.locator('.sum', { hasText: /\d/ }).textContent();
	site.app.time += 10_000;
	await page.keyboard.type(String(solve(sum ?? '')));
	await page.keyboard.press('Enter');
	await expectSent(page, site);
});

test('the keyboard alone goes from a problem to its field, mends it and sends', async ({
	page,
	site,
}) => {
	await page.goto('/contact/');
	await fill(page);
	await page.getByLabel('E-mail address').fill('');
	await answer(page, site);
	await answerOf(page).press('Enter');
	await expect(page.getByRole('alert')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Enter your e-mail address' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('E-mail address')).toBeFocused();
	await page.keyboard.type(typed.email);
	site.app.time += 10_000;
	await page.keyboard.press('Enter');
	await expectSent(page, site);
});

test('the keyboard reaches the other ways in the order in which they stand', async ({ page }) => {
	await page.goto('/contact/');
	await answerOf(page).focus();
	const focused: string[] = [];
	for (let step = 0; step < 4; step++) {
		await page.keyboard.press('Tab');
		focused.push(
			await page.evaluate(() => {
				const { activeElement } = document;
				const named = activeElement?.getAttribute('name');
				return named ?? activeElement?.textContent?.trim() ?? '';
			}),
		);
	}
	expect(focused).toEqual([ways.phone, ways.other.name, ways.instead.name, 'privacy policy']);
});

test('work is done while the form is filled in, and not before', async ({ page, site }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('/contact/');
	await name(page).focus();
	await page.locator('.sum', { hasText: /\d/ }).waitFor();
	expect(asked.filter((url) => url.includes('work.client'))).toEqual([]);
	await name(page).press('A');
	await expect(page.locator(`[name=${ways.work}]`)).toHaveValue(/^\d+(\.\d+){15}$/);
	await expect(page.locator('.working')).toHaveText('');
	await send(page, site);
	await expectSent(page, site, 'sum, work');
});

test('work in the place of an answer is told of politely and lets a message through', async ({
	page,
	site,
}) => {
	await page.goto('/contact/');
	await fill(page);
	await box(page).check();
	await expect(page.locator('.working')).toHaveText(states.worked.words);
	site.app.time += 10_000;
	await press(page);
	await expectSent(page, site, 'work');
});

test('Send waits for work that was chosen and is not yet done', async ({ page, site }) => {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(worker, (route) => released.then(() => route.continue()));
	await page.goto('/contact/');
	await fill(page);
	await box(page).check();
	await expect(page.locator('.working')).toHaveText(states.working.words);
	site.app.time += 10_000;
	await press(page);
	await expect(page.locator('.working')).toHaveText(states.working.words);
	release();
	await expectSent(page, site, 'work');
});

test('with the worker blocked an answer is enough, and the choice says what else to do', async ({
	page,
	site,
}) => {
	await page.route(worker, (route) => route.abort());
	await page.goto('/contact/');
	await fill(page);
	await box(page).check();
	await expect(page.locator('.working')).toHaveText(states.failed.words);
	site.app.time += 10_000;
	await press(page);
	await expect(answerOf(page)).toHaveAccessibleDescription(new RegExp(ways.unfinished));
	await answer(page, site);
	await press(page);
	await expectSent(page, site, 'sum');
});

test('with the challenge blocked one more step asks', async ({ page, site }) => {
	await page.route('**/contact/challenge', (route) => route.abort());
	await page.goto('/contact/');
	await fill(page);
	await press(page);
	await expect(page.getByText(reasons.unasked)).toBeVisible();
	await answer(page, site);
	await press(page);
	await expect(page).toHaveURL(/\/contact\/sent/);
});

test('an autofill that fills the trap costs one press of a button', async ({ page, site }) => {
	await page.goto('/contact/');
	await fill(page);
	await page.locator(`[name=${trap.name}]`).evaluate((field: HTMLInputElement) => {
		field.value = 'Filled in by software';
	});
	await answer(page, site);
	await press(page);
	await expect(page.getByText(reasons.trap)).toBeVisible();
	await expectReadable(page);
	await expect(answerOf(page)).not.toHaveValue('');
	site.app.time += 5_000;
	await press(page);
	await expectSent(page, site);
});

test('nobody meets the trap: it is out of sight, of the tab order and of the accessibility tree', async ({
	page,
}) => {
	await page.goto('/contact/');
	const field = page.locator(`[name=${trap.name}]`);
	await expect(field).not.toBeInViewport();
	await expect(field).toHaveAttribute('tabindex', '-1');
	await expect(field).toHaveAttribute('autocomplete', 'off');
	await expect(page.getByRole('textbox', { name: trap.label })).toHaveCount(0);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide).toBeLessThanOrEqual(0);
});

test('a form that was sent at once is shown once more and needs one press of a button', async ({
	page,
	site,
}) => {
	await page.goto('/contact/');
	await send(page, site, 0);
	await expect(page.getByText(reasons.fast)).toBeVisible();
	await expect(page.getByLabel('Your message')).toHaveValue(typed.message);
	site.app.time += 5_000;
	await press(page);
	await expectSent(page, site);
});

test('a pasted answer and a pasted message are as good as typed ones', async ({ page, site }) => {
	await page.goto('/contact/');
	await fill(page);
	const sum = await page.locator('.sum', { hasText: /\d/ }).textContent();
	await answerOf(page).focus();
	await page.keyboard.insertText(` ${solve(sum ?? '')}\u00a0`);
	await page.getByLabel('Your message').focus();
	await page.keyboard.insertText('Pasted. ');
	site.app.time += 10_000;
	await press(page);
	await expectSent(page, site);
});

test('a double click sends once', async ({ page, site }) => {
	await page.goto('/contact/');
	await fill(page);
	await answer(page, site);
	await page.getByRole('button', { name: 'Send' }).dblclick();
	await expectSent(page, site);
});

test('two tabs are two messages', async ({ page, context, site }) => {
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await tab.goto('/contact/');
		await fill(tab);
	}
	await other.getByLabel('Your message').fill('Another message altogether');
	for (const tab of [page, other]) {
		await answer(tab, site);
		await press(tab);
		await expect(tab).toHaveURL(/\/contact\/sent/);
	}
	await site.app.settle();
	expect(site.app.mailer.mails.size).toBe(2);
});

test('going back and sending something else asks again and loses nothing', async ({
	page,
	site,
}) => {
	await page.goto('/contact/');
	await send(page, site);
	await expect(page).toHaveURL(/\/contact\/sent/);
	await page.goBack();
	await page.getByLabel('Your message').fill('Something else');
	await press(page);
	const [used, again] = [page.getByText(reasons.used), page.getByText(questionWords.sum.required)];
	await expect(used.or(again).first()).toBeVisible();
	await expect(page.getByLabel('Your message')).toHaveValue('Something else');
	expect(site.app.mailer.mails.size).toBe(1);
});

test('on a slow line the form works before its script and with it', async ({ page, site }) => {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 300,
		downloadThroughput: 50_000,
		uploadThroughput: 25_000,
	});
	await page.goto('/contact/', { waitUntil: 'commit' });
	await send(page, site);
	await expect(page).toHaveURL(/\/contact\/sent/);
	await expectSent(page, site);
});

/** Nothing for axe to find, in either colour scheme, and nothing to scroll to at the side of a small screen. */
async function expectReadable(page: Page): Promise<void> {
	await page.setViewportSize({ width: 320, height: 640 });
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	}
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(320);
}

test('after three wrong answers the other ways come first, with all that was typed', async ({
	page,
	site,
}) => {
	await page.goto('/contact/');
	await fill(page);
	for (let wrong = 1; wrong <= 3; wrong++) {
		await page.locator('.sum', { hasText: /\d/ }).waitFor();
		await answerOf(page).fill('99');
		site.app.time += 5_000;
		await press(page);
		const summary = page.getByRole('alert');
		await expect(summary).toBeFocused();
		await expect(summary).toContainText(questionWords.sum.wrong);
	}
	const other = page.getByRole('button', { name: ways.other.label });
	const [above, below] = [await other.boundingBox(), await answerOf(page).boundingBox()];
	expect(above?.y).toBeLessThan(below?.y ?? 0);
	await expectReadable(page);
	await expect(page.getByLabel('Your message')).toHaveValue(typed.message);
	await other.click();
	await expect(page.getByText(question.changed)).toBeFocused();
	await expectReadable(page);
	await answer(page, site);
	await press(page);
	await expectSent(page, site, 'word');
});
