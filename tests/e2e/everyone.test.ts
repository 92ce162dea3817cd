import { expect, type Page } from '@playwright/test';
import type { Mail } from '#src/commands/local/provider/mail-database.ts';
import { listPage, mailPage, missingPage } from '#src/commands/local/mailbox/pages.ts';
import { expectGolden } from '../golden.ts';
import { axe, beyondSheet, blankEnds, broken, small, treeOf } from './access.ts';
import { answeredStates, type PageState, pages, questionStates, test } from './states.ts';

const states: Readonly<Record<string, PageState>> = {
	...pages,
	...questionStates,
	...answeredStates,
};
const modes = [
	{ colorScheme: 'light', forcedColors: 'none' },
	{ colorScheme: 'dark', forcedColors: 'none' },
	{ colorScheme: 'light', forcedColors: 'active' },
	{ contrast: 'more', colorScheme: 'dark', forcedColors: 'none' },
] as const;

const spacing =
	'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** What WCAG 1.4.12 lets a reader set, and 1.4.10's width: nothing is cut off and nothing scrolls sideways. */
async function expectRoom(page: Page): Promise<void> {
	await page.evaluate((rules) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(rules);
		document.adoptedStyleSheets = [sheet];
	}, spacing);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(320);
}

/** Text of twice the size (1.4.4) on a phone needs no sideways scrolling either. */
async function expectRoomForLargeText(page: Page): Promise<void> {
	await page.setViewportSize({ width: 390, height: 640 });
	await page.evaluate(() => {
		document.adoptedStyleSheets = [];
		document.documentElement.style.fontSize = '200%';
	});
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(390);
}

for (const [name, { reach }] of Object.entries(states)) {
	test(`nobody is kept out of “${name}”`, async ({ page, site }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await reach(page, site);
		await page.context().setOffline(false);
		for (const mode of name in pages ? modes : modes.slice(0, 2)) {
			await page.emulateMedia(mode);
			const { violations } = await axe(page, mode.forcedColors === 'none').analyze();
			expect(violations, JSON.stringify(mode)).toEqual([]);
		}
		expect(await small(page)).toEqual([]);
		expect(await blankEnds(page)).toEqual([]);
		await expectRoom(page);
		await expectRoomForLargeText(page);
	});
}

test('no page is wider than the sheet that it is printed on', async ({ page, site }) => {
	const printed = {
		...pages,
		receipt: answeredStates['receipt'],
		problems: answeredStates['problems'],
	};
	for (const [name, state] of Object.entries(printed)) {
		await page.emulateMedia({ media: 'screen' });
		await state?.reach(page, site);
		expect(await beyondSheet(page), name).toBeLessThanOrEqual(0);
	}
});

test('“e-mail”, a date and a postcode stand in one line, whatever the width', async ({
	page,
	site,
}) => {
	const { problems, receipt } = answeredStates;
	const told = { ...pages, problems, receipt };
	for (const [name, state] of Object.entries(told)) {
		await state?.reach(page, site);
		for (let width = 320; width <= 420; width += 10) {
			await page.setViewportSize({ width, height: 640 });
			expect(await broken(page), `${name} at ${width}`).toEqual([]);
		}
	}
});

test('how much room is left stands clear of the ring around the field', async ({ page, site }) => {
	await answeredStates['few characters left']?.reach(page, site);
	const ring = await page.locator('#message').evaluate((field) => {
		const { outlineWidth, outlineOffset } = getComputedStyle(field);
		const { bottom } = field.getBoundingClientRect();
		return bottom + Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
	});
	const words = await page.locator('#message-left').evaluate((left) => {
		const range = document.createRange();
		range.selectNodeContents(left);
		return range.getBoundingClientRect().top;
	});
	expect(words).toBeGreaterThan(ring);
});

const read = [
	'home',
	'contact',
	'your data',
	'problems of a request',
	'the receipt of a request',
	'not found',
	'all versions',
	'what changed since',
	'check a wording',
	'a request for notices with mistakes',
	'notices to confirm',
	'problems',
	'one more step, because it was quick',
	'no way to send, about sales',
	'receipt',
] as const;

for (const name of read) {
	test(`a screen reader is given “${name}” with names, roles and order`, async ({ page, site }) => {
		await states[name]?.reach(page, site);
		expectGolden(`tree-${name.replace(/\W+/g, '-')}.yml`, await treeOf(page));
	});
}

test('a screen reader is given the mailbox and a mail with names, roles and order', async ({
	page,
}) => {
	const mail: Mail = {
		id: 'one',
		at: '2026-11-23T12:00:00.000Z',
		from: 'site@example.com',
		to: ['staff@example.com'],
		replyTo: ['ada@example.org'],
		subject: 'Sales: enquiry',
		text: 'Please ring me.',
		html: '<p>Please ring me.</p>',
		headers: { 'X-Enquiry-Assurance': 'sum' },
		attachments: [],
		idempotencyKey: null,
	};
	for (const [name, answer] of [
		['mailbox', listPage([mail])],
		['mail', mailPage(mail)],
		['no-such-mail', missingPage()],
	] as const) {
		await page.setContent(await answer.text());
		expectGolden(`tree-${name}.yml`, await treeOf(page));
	}
});

/** From then on every text that comes to stand in a status or an alert, in order. */
async function listen(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		new MutationObserver((changes) => {
			for (const { target } of changes) {
				const element = target instanceof Element ? target : target.parentElement;
				const region =
					element?.closest('[role=status], [role=alert]') ?? element?.querySelector('[role=alert]');
				const text = region?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
				if (text !== '' && said.at(-1) !== text) said.push(text);
			}
		}).observe(document, { childList: true, characterData: true, subtree: true });
	});
}

for (const name of ['worked', 'few characters left', 'server out of reach', 'problems'] as const) {
	test(`what is announced on the way to “${name}”`, async ({ page, site }) => {
		await listen(page);
		await states[name]?.reach(page, site);
		const said = await page.evaluate(() => Reflect.get(window, 'said') as string[]);
		expectGolden(`said-${name.replace(/\W+/g, '-')}.txt`, `${said.join('\n')}\n`);
	});
}

test('text is laid out by its own direction', async ({ page, site }) => {
	await states.contact?.reach(page, site);
	for (const label of ['Your name', 'Company', 'Your message']) {
		const field = page.getByLabel(label, { exact: false }).first();
		await field.fill('שלום עולם');
		await expect(field).toHaveCSS('direction', 'rtl');
		await field.fill('Hello');
		await expect(field).toHaveCSS('direction', 'ltr');
	}
	await expect(page.getByLabel('E-mail address')).not.toHaveAttribute('dir', /./);
});
