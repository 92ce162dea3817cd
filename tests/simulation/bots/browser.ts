import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '#src/commands/browser.ts';
import type { Bot, Target } from './bot.ts';
import { varied } from './spam.ts';

type Values = ReturnType<typeof varied>;

export const browserArguments = [
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** CPU milliseconds of all the browser's processes since they began. */
async function cpuOf(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

async function answer(page: Page): Promise<void> {
	const sum = page.locator('.sum', { hasText: /\d/ });
	const [a = 0, b = 0] = ((await sum.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
	await page.locator('[name=answer]').fill(String(a + b));
}

const isSent = (page: Page) => page.url().includes('/contact/sent');

/** Presses Send until the message is sent, answering what is asked. */
async function press(page: Page): Promise<number> {
	let sent = 0;
	for (; !isSent(page) && sent < 4; sent++) {
		await answer(page);
		const answering = page.waitForResponse((response) => response.url().includes('/contact/send'));
		await page.getByRole('button', { name: 'Send' }).first().click();
		const redirected = (await answering).status() === 303;
		await (redirected
			? page.waitForURL('**/contact/sent?*')
			: page.getByText('not been sent').waitFor());
	}
	return sent;
}

async function fill(page: Page, { name, email, message }: Values): Promise<void> {
	await page.locator('[name=name]').fill(name);
	await page.locator('[name=email]').fill(email);
	await page.locator('[name=topic]').first().check();
	await page.locator('[name=message]').fill(message);
}

async function type(page: Page, { name, email, message }: Values): Promise<void> {
	await page.locator('[name=name]').pressSequentially(name);
	await page.locator('[name=email]').pressSequentially(email);
	await page.locator('[name=topic]').first().check();
	await page.locator('[name=message]').pressSequentially(message, { delay: 5 });
}

/** Opens the form in a browser, once for each try. */
async function drive(
	{ url }: Target,
	times: number,
	visit: (page: Page, serial: number) => Promise<number>,
) {
	const executablePath = findBrowser();
	const browser = await chromium.launch({
		...(executablePath && { executablePath }),
		args: browserArguments,
	});
	const before = await cpuOf(browser);
	let attempts = 0;
	for (let serial = 0; serial < times; serial++) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(`${url}/contact/`);
		attempts += await visit(page, serial);
		await context.close();
	}
	const cpu = (await cpuOf(browser)) - before;
	await browser.close();
	return { attempts, cpu };
}

/** The bots that are a whole browser. */
export const browserBots: readonly Bot[] = [
	{
		name: 'headless Chromium at full speed',
		times: 20,
		expected: (times) => ({ unlabelled: 0, labelled: times }),
		run: (target, times) =>
			drive(target, times, async (page, serial) => {
				await fill(page, varied(serial));
				return press(page);
			}),
	},
	{
		name: 'headless Chromium that waits and types',
		times: 20,
		expected: (times) => ({ unlabelled: times, labelled: 0 }),
		run: (target, times) =>
			drive(target, times, async (page, serial) => {
				await type(page, varied(serial));
				await target.wait(60_000);
				return press(page);
			}),
	},
];
