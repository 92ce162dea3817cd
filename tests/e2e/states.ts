import { expect, type Page, test as base } from '@playwright/test';
import { contact } from '#src/forms/contact.ts';
import { notices } from '#src/forms/notices.ts';
import { yourData } from '#src/forms/your-data.ts';
import { ways } from '#src/forms/question.ts';
import { wordingField } from '#src/forms/wording.ts';
import { type AppSite, serveApp } from '#simulation/app-site.ts';
import { solve, typed } from '#simulation/fakes.ts';

/** The built site with a test app of its own for each test. */
export const test = base.extend<{ site: AppSite }>({
	// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
	site: async ({}, use) => {
		const site = await serveApp();
		await use(site);
		await site.close();
	},
	baseURL: ({ site }, use) => use(site.url),
});

/** A state in which a visitor may find a page: how to get there, and the part that tells it apart. */
export interface PageState {
	readonly part: string;
	readonly reach: (page: Page, site: AppSite) => Promise<void>;
}

const open = (page: Page) => page.goto('/contact/').then(() => {});
const touch = (page: Page) => page.getByLabel('Your name').focus();
const press = (page: Page) => page.locator('.send').first().click();
const never = () => new Promise<void>(() => {});
const sum = (page: Page) => page.locator('.sum', { hasText: /\d/ });

async function fill(page: Page, topic = 'Sales'): Promise<void> {
	await page.getByLabel('Your name').fill(typed.name);
	await page.getByLabel('E-mail address').fill(typed.email);
	await page.getByRole('radio', { name: topic }).check();
	await page.getByLabel('Your message').fill(typed.message);
}

async function answer(page: Page, { app }: AppSite, seconds = 10): Promise<void> {
	await page.locator('#answer').fill(String(solve((await sum(page).textContent()) ?? '')));
	app.time += seconds * 1000;
}

async function wrong(page: Page, { app }: AppSite, times: number): Promise<void> {
	for (let time = 0; time < times; time++) {
		await sum(page).waitFor();
		await page.locator('#answer').fill('99');
		app.time += 5000;
		await press(page);
		await page.getByRole('alert').waitFor();
		// The alert may be that of the answer before: the next page has an empty field.
		await expect(page.locator('#answer')).toHaveValue('');
	}
}

async function tick(page: Page, outcome: 'continue' | 'abort' | 'never'): Promise<void> {
	if (outcome !== 'continue') {
		await page.route('**/_astro/work.client-*.js', (route) =>
			outcome === 'never' ? never() : route.abort(),
		);
	}
	await open(page);
	await touch(page);
	await sum(page).waitFor();
	await page.getByLabel(ways.instead.label).check();
}

const request = (page: Page) => page.goto(yourData.page).then(() => {});

async function fillRequest(
	page: Page,
	topic: string = yourData.fields.topic.choices[0].label,
): Promise<void> {
	await page.getByRole('radio', { name: topic }).check();
	await page.getByLabel('Your name').fill(typed.name);
	await page.getByLabel('E-mail address').fill(typed.email);
}

async function askForNotices(page: Page): Promise<void> {
	await page.goto(notices.page);
	await page.getByLabel('Privacy policy').check();
	await page.getByLabel('E-mail address').fill(typed.email);
	await page.getByRole('button', { name: notices.send }).click();
}

const question = '#question';
const notice = '.notice';

/** What a script may show of the question. */
export const questionStates = {
	idle: { part: question, reach: open },
	loading: {
		part: question,
		async reach(page) {
			await page.route(`**${contact.challenge}`, never);
			await open(page);
			await touch(page);
		},
	},
	offline: {
		part: question,
		async reach(page) {
			await open(page);
			await page.context().setOffline(true);
			await touch(page);
			await page.locator('[data-state=offline]').waitFor();
		},
	},
	refused: {
		part: question,
		async reach(page) {
			await page.route(`**${contact.challenge}`, (route) => route.fulfill({ status: 503 }));
			await open(page);
			await touch(page);
			await page.locator('[data-state=refused]').waitFor();
		},
	},
	shown: {
		part: question,
		async reach(page) {
			await open(page);
			await touch(page);
			await sum(page).waitFor();
		},
	},
	answered: {
		part: question,
		async reach(page, site) {
			await open(page);
			await touch(page);
			await answer(page, site);
		},
	},
	working: { part: question, reach: (page) => tick(page, 'never') },
	worked: {
		part: question,
		async reach(page) {
			await tick(page, 'continue');
			await page.locator('.working', { hasText: 'finished' }).waitFor();
		},
	},
	failed: {
		part: question,
		async reach(page) {
			await tick(page, 'abort');
			await page.locator('.working', { hasText: 'couldn’t' }).waitFor();
		},
	},
} as const satisfies Readonly<Record<string, PageState>>;

/** What a visitor is told before and after sending. */
export const answeredStates: Readonly<Record<string, PageState>> = {
	'few characters left': {
		part: '.field:has(#message)',
		async reach(page) {
			await open(page);
			await page.getByLabel('Your message').fill('x'.repeat(4900));
			await page.locator('#message-left', { hasText: '100' }).waitFor();
		},
	},
	sending: {
		part: '.send, .status',
		async reach(page) {
			await page.route(`**${contact.action}`, never);
			await open(page);
			await fill(page);
			await press(page);
		},
	},
	'offline at sending': {
		part: '.send, .status',
		async reach(page) {
			await open(page);
			await fill(page);
			await sum(page).waitFor();
			await page.context().setOffline(true);
			await press(page);
			await page.locator('.status', { hasText: 'offline' }).waitFor();
		},
	},
	'server out of reach': {
		part: '.send, .status',
		async reach(page) {
			await page.route(`**${contact.action}`, (route) => route.abort());
			await open(page);
			await fill(page);
			await press(page);
			await page.locator('.status', { hasText: 'reach' }).waitFor();
		},
	},
	problems: {
		part: '.notice, .error',
		async reach(page) {
			await open(page);
			await touch(page);
			await sum(page).waitFor();
			await press(page);
			await page.getByRole('alert').waitFor();
		},
	},
	'a wrong answer': {
		part: `.notice, ${question}`,
		async reach(page, site) {
			await open(page);
			await fill(page);
			await wrong(page, site, 1);
		},
	},
	'three wrong answers': {
		part: question,
		async reach(page, site) {
			await open(page);
			await fill(page);
			await wrong(page, site, 3);
		},
	},
	'a different question': {
		part: question,
		async reach(page) {
			await open(page);
			await fill(page);
			await page.getByRole('button', { name: ways.other.label }).click();
			await page.locator('.changed').waitFor();
		},
	},
	'one more step, because no question could be asked': {
		part: notice,
		async reach(page) {
			await page.route(`**${contact.challenge}`, (route) => route.abort());
			await open(page);
			await fill(page);
			await press(page);
			await page.locator(notice).waitFor();
		},
	},
	'one more step, because the question was too old': {
		part: notice,
		async reach(page, site) {
			await open(page);
			await fill(page);
			await answer(page, site, 25 * 3600);
			await press(page);
			await page.locator(notice).waitFor();
		},
	},
	'one more step, because it was quick': {
		part: notice,
		async reach(page, site) {
			await open(page);
			await fill(page);
			await answer(page, site, 0);
			await press(page);
			await page.locator(notice).waitFor();
		},
	},
	'one more step, because the words beside the boxes changed': {
		part: notice,
		async reach(page, site) {
			await open(page);
			await fill(page);
			await page.locator(`[name=${wordingField}]`).evaluate((field) => {
				(field as HTMLInputElement).value = 'before';
			});
			await answer(page, site);
			await press(page);
			await page.locator(notice).waitFor();
		},
	},
	'no way to send, about sales': {
		part: notice,
		async reach(page, site) {
			await open(page);
			await fill(page);
			await answer(page, site);
			site.app.store.down = true;
			site.app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
			await press(page);
			await page.locator(notice).waitFor();
		},
	},
	'no way to send, about privacy': {
		part: notice,
		async reach(page, site) {
			await open(page);
			await fill(page, 'Privacy and personal data');
			await answer(page, site);
			site.app.store.down = true;
			site.app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
			await press(page);
			await page.locator(notice).waitFor();
		},
	},
	receipt: {
		part: 'main',
		async reach(page, site) {
			await open(page);
			await fill(page);
			await answer(page, site);
			await press(page);
			await page.locator('.reference').waitFor();
		},
	},
	'problems of a request': {
		part: '.notice, .error',
		async reach(page) {
			await request(page);
			await press(page);
			await page.getByRole('alert').waitFor();
		},
	},
	'no way to send a request': {
		part: notice,
		async reach(page, site) {
			await request(page);
			await fillRequest(page);
			site.app.store.down = true;
			site.app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
			await press(page);
			await page.locator(notice).waitFor();
		},
	},
	'the receipt of a request': {
		part: 'main',
		async reach(page, site) {
			await request(page);
			await fillRequest(page);
			site.app.time += 10_000;
			await press(page);
			await page.locator('.reference').waitFor();
		},
	},
	'the receipt of a complaint': {
		part: 'main',
		async reach(page, site) {
			await request(page);
			await fillRequest(page, 'Look into a complaint');
			site.app.time += 10_000;
			await press(page);
			await page.locator('.reference').waitFor();
		},
	},
	'a receipt that is not known': {
		part: 'main',
		reach: (page) => page.goto(`${contact.sent}?r=x`).then(() => {}),
	},
	'a request for notices with mistakes': {
		part: '.notice, .error',
		async reach(page) {
			await page.goto(notices.page);
			await page.getByRole('button', { name: notices.send }).click();
			await page.getByRole('alert').waitFor();
		},
	},
	'notices to confirm': {
		part: 'main',
		async reach(page, { app }) {
			await askForNotices(page);
			await page.waitForURL(`**${notices.asked}`);
			const mail = [...app.mailer.mails.values()].at(-1);
			const [link = ''] = /https:\/\/\S+\/notices\/confirm\S+/.exec(mail?.text ?? '') ?? [];
			const { pathname, search } = new URL(link);
			await page.goto(pathname + search);
		},
	},
	'notices that are not set up': {
		part: '.notice',
		async reach(page, site) {
			site.app.subscribers = undefined;
			await askForNotices(page);
			await page.getByRole('alert').waitFor();
		},
	},
	'a link for notices that has run out': {
		part: 'main',
		reach: (page) => page.goto(`${notices.confirm}?n=x`).then(() => {}),
	},
	'an address that only takes forms': {
		part: 'main',
		reach: (page) => page.goto(contact.action).then(() => {}),
	},
};

const visit = (path: string): PageState => ({
	part: 'main',
	reach: (page) => page.goto(path).then(() => {}),
});

/** The pages that stand still. */
export const pages: Readonly<Record<string, PageState>> = {
	home: visit('/'),
	contact: visit('/contact/'),
	'your data': visit('/your-data/'),
	accessibility: visit('/accessibility/'),
	'check a wording': visit('/verify/'),
	'ask for notices': visit('/notices/'),
	'notices were asked for': visit('/notices/asked/'),
	'notices are confirmed': visit('/notices/confirmed/'),
	'not found': visit('/nowhere/'),
	'the privacy policy': visit('/privacy/'),
	'the acceptable use policy': visit('/acceptable-use/'),
	'a version': visit('/privacy/2026-11-23/'),
	'all versions': visit('/privacy/versions/'),
	'what changed since': visit('/privacy/since/2026-11-23/'),
};

/** A text without what differs from one visit to the next. */
export const settled = (text: string): string =>
	text
		.replace(/\d+ \+ \d+ =/g, '7 + 2 =')
		.replace(/("7 \+ 2 =": )"\d+"/g, '$1"9"')
		.replace(
			/(plus|What is) [a-z]+/g,
			(_, word: string) => `${word} ${word === 'plus' ? 'two' : 'seven'}`,
		)
		.replace(/Type this word: [a-z]+/g, 'Type this word: river')
		.replace(/\b[A-Z2-9]{8}\b/g, 'ABCD2345');
