import { expect, test } from '@playwright/test';
import { unbroken } from '#src/escape-html.ts';
import { choiceName, notices } from '#src/forms/notices.ts';
import { key } from '#contact/shared/keys.ts';
import { TestApp } from '#simulation/fakes.ts';

const email = 'ada.lovelace@example.org';
const form = { email, [choiceName('privacy')]: 'yes' };
const day = 86_400_000;

const ask = (app: TestApp, values: Record<string, string> = form) =>
	app.postTo(notices.action, values);

const mails = (app: TestApp) => [...app.mailer.mails.values()];

/** The path of the link in the last mail. */
function link(app: TestApp): string {
	const [found = ''] =
		/https:\/\/\S+\/notices\/confirm\S+/.exec(mails(app).at(-1)?.text ?? '') ?? [];
	const { pathname, search } = new URL(found);
	return pathname + search;
}

const tokenOf = (path: string): string =>
	new URL(path, 'https://x.example').searchParams.get(notices.token) ?? '';

const confirm = (app: TestApp, path: string) =>
	app.postTo(notices.confirm, { [notices.token]: tokenOf(path) });

test('whoever asks and confirms is told of changes to what was chosen', async () => {
	const app = new TestApp();
	const asked = await ask(app);
	expect([asked.status, asked.headers.get('location')]).toEqual([303, notices.asked]);
	expect(mails(app)[0]?.to).toEqual([email]);
	const confirmed = await confirm(app, link(app));
	expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, notices.confirmed]);
	expect(app.subscribers?.subscriptions).toEqual([
		{ email, policies: ['privacy'], confirmed: '2026-11-23T10:00:00.000Z', privacy: '2026-11-23' },
	]);
});

test('opening the link shows a button and changes nothing', async () => {
	const app = new TestApp();
	await ask(app);
	const shown = await app.request(link(app));
	const page = await shown.text();
	expect(shown.status).toBe(200);
	expect(page).toContain(notices.confirming.button);
	expect(page).toContain(email);
	expect(app.subscribers?.subscriptions).toEqual([]);
});

test('the link shows neither the address nor the policies, and nothing of them is logged or kept', async () => {
	const app = new TestApp();
	await ask(app);
	const path = link(app);
	await app.request(path);
	await confirm(app, path);
	const bytes = Buffer.from(tokenOf(path), 'base64url').toString('latin1');
	for (const place of [
		path,
		bytes,
		JSON.stringify(app.log),
		JSON.stringify([...app.store.records]),
	]) {
		expect(place).not.toContain('lovelace');
		expect(place).not.toContain('example.org');
		expect(place).not.toContain('privacy"');
	}
});

test('a link is good for seven days and past a change of keys, and no longer', async () => {
	const app = new TestApp();
	await ask(app);
	const path = link(app);
	app.keys = {
		current: key('another secret of thirty-two characters'),
		previous: app.keys.current,
	};
	app.time += 7 * day;
	expect((await app.request(path)).status).toBe(200);
	app.time += 1;
	expect((await app.request(path)).status).toBe(410);
	expect((await confirm(app, path)).status).toBe(410);
	expect(app.subscribers?.subscriptions).toEqual([]);
});

test('a link that was changed or made elsewhere is no link', async () => {
	const app = new TestApp();
	await ask(app);
	const path = link(app);
	const other = new TestApp();
	other.keys = { current: key('another secret of thirty-two characters') };
	await ask(other);
	for (const bad of [
		`${path}A`,
		path.slice(0, -4),
		`${notices.confirm}?n=x`,
		notices.confirm,
		link(other),
	]) {
		expect((await app.request(bad)).status, bad).toBe(410);
		expect((await confirm(app, bad)).status, bad).toBe(410);
	}
});

test('a mailbox gets one link a day, however its address is written, and nobody learns it', async () => {
	const app = new TestApp();
	const written = [
		'ada.l@gmail.com',
		'ada.l+1@gmail.com',
		'adal@GMAIL.com',
		'a.dal@googlemail.com',
	];
	for (const one of written) {
		const response = await ask(app, { ...form, email: one });
		expect(response.headers.get('location')).toBe(notices.asked);
	}
	expect(mails(app)).toHaveLength(1);
	app.time += day;
	await ask(app, { ...form, email: 'adal@gmail.com' });
	expect(mails(app)).toHaveLength(2);
});

test('a network is told to wait after six requests in an hour', async () => {
	const app = new TestApp();
	let draws = 0;
	app.random = () => (draws++ * 0.618) % 1;
	const statuses: number[] = [];
	for (let index = 0; index < 8; index++) {
		statuses.push((await ask(app, { ...form, email: `person${index}@example.org` })).status);
	}
	expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429]);
	expect(mails(app)).toHaveLength(6);
	app.time += 3_600_000;
	expect((await ask(app, { ...form, email: 'later@example.org' })).status).toBe(303);
});

test('a form with mistakes comes back with what was typed and ticked', async () => {
	const app = new TestApp();
	const response = await ask(app, { email: 'no address' });
	const page = await response.text();
	expect(response.status).toBe(422);
	expect(page).toContain(notices.chooseOne);
	expect(page).toContain(unbroken(notices.fields.email.malformed));
	expect(page).toContain('value="no address"');
	const again = await (await ask(app, { email: '', [choiceName('privacy')]: 'yes' })).text();
	expect(again).toMatch(/name="policy-privacy"[^>]*checked/);
	expect(mails(app)).toEqual([]);
});

test('a mail that the provider does not take can be asked for again at once', async () => {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded' });
	expect((await ask(app)).status).toBe(503);
	expect((await ask(app)).status).toBe(303);
	expect(mails(app)).toHaveLength(1);
});

test('without the store nobody is mailed', async () => {
	const app = new TestApp();
	app.store.down = true;
	expect((await ask(app)).status).toBe(503);
	expect(mails(app)).toEqual([]);
});

test('where notices are not set up the form says so, and mails nobody', async () => {
	const app = new TestApp();
	app.subscribers = undefined;
	const response = await ask(app);
	expect(response.status).toBe(503);
	expect(await response.text()).toContain(notices.returned.unavailable.title);
	expect(mails(app)).toEqual([]);
});

test('when the provider keeps nobody the button stays, and works the next time', async () => {
	const app = new TestApp();
	await ask(app);
	const path = link(app);
	if (app.subscribers) app.subscribers.error = 'restricted_api_key';
	const failed = await confirm(app, path);
	expect(failed.status).toBe(503);
	expect(await failed.text()).toContain(notices.confirming.failed);
	expect(app.log.at(-1)).toMatchObject({ detail: 'restricted_api_key' });
	if (app.subscribers) app.subscribers.error = undefined;
	expect((await confirm(app, path)).status).toBe(303);
});
