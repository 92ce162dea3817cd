import { chromium } from '@playwright/test';
import { serveOffice } from './office-site.ts';
import { typed, solve } from './fakes.ts';
const { url, office, close } = await serveOffice();
const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	],
});
for (const js of [true, false])
	for (const width of [360, 1280])
		for (const colorScheme of ['light', 'dark'] as const) {
			if (width === 1280 && colorScheme === 'dark' && !js) continue;
			const context = await browser.newContext({
				javaScriptEnabled: js,
				colorScheme,
				viewport: { width, height: 800 },
			});
			const page = await context.newPage();
			const name = `${js ? 'js' : 'nojs'}-${width}-${colorScheme}`;
			page.on('console', (m) => console.log(name, m.text()));
			page.on('pageerror', (m) => console.log(name, m));
			const shot = (what: string) =>
				page.screenshot({ path: `/tmp/shots/${what}-${name}.png`, fullPage: true });
			await page.goto(`${url}/contact/`);
			await page.getByLabel('Your name').fill(typed.name);
			await page.getByLabel('E-mail address').fill(typed.email);
			await page.getByRole('radio', { name: 'Sales' }).check();
			await page.getByLabel('Your message').fill(typed.message);
			if (js) {
				await page.locator('.sum', { hasText: /\d/ }).waitFor();
				await shot('question');
				await page.getByLabel('Let my browser').check();
				await page.getByText('has done its work').waitFor();
				await shot('worked');
				await page.getByLabel('Let my browser').uncheck();
			} else await shot('question');
			await page.getByRole('button', { name: 'Use a different check' }).click();
			await page.getByText('Here is a different check').waitFor();
			await shot('word');
			console.log(
				name,
				await page.evaluate(
					() => document.activeElement?.className + ' ' + document.activeElement?.tagName,
				),
			);
			for (let n = 0; n < 3; n++) {
				await page.locator('#answer').fill('99');
				await page.getByRole('button', { name: 'Send' }).first().click();
				await page.waitForTimeout(400);
			}
			await shot('wrong');
			await page.goto(`${url}/contact/`);
			await page.getByLabel('Your name').fill(typed.name);
			await page.getByLabel('E-mail address').fill(typed.email);
			await page.getByRole('radio', { name: 'Sales' }).check();
			await page.getByLabel('Your message').fill(typed.message);
			if (js)
				await page
					.locator('#answer')
					.fill(String(solve((await page.locator('.sum', { hasText: /\d/ }).textContent()) ?? '')));
			await page.getByRole('button', { name: 'Send' }).first().click();
			await page.getByRole('heading', { name: 'One more step' }).waitFor();
			await shot('step');
			await context.close();
		}
await browser.close();
await close();
console.log(office.log.map(({ outcome, detail }) => outcome + (detail ?? '')).join(' '));
