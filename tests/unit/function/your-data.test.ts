import { expect, test } from '@playwright/test';
import { unbroken } from '#src/escape-html.ts';
import { yourData } from '#src/forms/your-data.ts';
import { trap } from '#src/forms/question.ts';
import { solve as work } from '#src/components/form/client/solve.client.ts';
import { taskOf } from '#src/forms/work.ts';
import { readForm, submission } from '#simulation/bots/form.ts';
import { TestApp } from '#simulation/fakes.ts';

const request = { name: 'Ada Lovelace', email: 'ada@example.org', topic: 'access' } as const;
const { choices } = yourData.fields.topic;

const post = (app: TestApp, values: Record<string, string>, headers: Record<string, string> = {}) =>
	app.request(yourData.action, { method: 'POST', body: new URLSearchParams(values), headers });

/** A token and the browser's work for it, as long after it was asked as a person takes. */
async function worked(app: TestApp): Promise<{ token: string; work: string; instead: string }> {
	const { token } = await (await app.request(yourData.challenge)).json();
	app.time += 10_000;
	return { token, work: work(taskOf(token)), instead: 'yes' };
}

const staffMails = ({ mailer }: TestApp) =>
	[...mailer.mails.values()].filter(({ to }) => to.includes('data@example.com'));
const copies = ({ mailer }: TestApp) =>
	[...mailer.mails.values()].filter(({ to }) => to.includes(request.email));
/** The requests that are kept, without what shows that a page's work was used. */
const kept = ({ store }: TestApp) => store.enquiries().filter(({ state }) => state !== 'spent');
const location = (response: Response) => response.headers.get('location') ?? '';

for (const { value, label } of choices) {
	const due = '23 December 2026';
	const promise =
		value === 'complaint' ? 'We’ll write to acknowledge your complaint by' : 'We’ll answer by';

	test(`“${label}” is kept, mailed with its day, receipted and acknowledged`, async () => {
		const app = new TestApp();
		const response = await post(app, { ...request, topic: value, ...(await worked(app)) });
		expect(response.status).toBe(303);
		expect(location(response)).toMatch(/^\/your-data\/sent\?r=r2\./);
		expect(kept(app)).toMatchObject([
			{ state: 'delivered', form: 'your-data', topic: value, due: '2026-12-23' },
		]);
		const [mail] = staffMails(app);
		const staff = value === 'complaint' ? 'Acknowledge by' : 'Answer by';
		const reference = mail?.headers['X-Enquiry-Reference'] ?? '';
		expect(mail?.subject).toBe(`${label}: data request ${reference}. ${staff} ${due}`);
		expect(mail?.text.split('\n')[0]).toBe(`${staff}: ${due}`);
		const [file] = mail?.attachments ?? [];
		const calendar = Buffer.from(file?.content ?? '', 'base64').toString();
		expect(calendar).toContain('DTSTART;VALUE=DATE:20261223\r\n');
		for (const typed of [request.name, request.email]) expect(calendar).not.toContain(typed);
		const receipt = await (await app.request(location(response))).text();
		expect(receipt.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')).toContain(`${promise} ${due}.`);
		expect(receipt).toContain(reference);
		const [copy] = copies(app);
		expect(copy?.text).toContain(`${promise} ${due}.`);
		expect(copy?.text).toContain(location(response));
	});
}

test('a request without a token is let through at once, labelled, and acknowledged', async () => {
	const app = new TestApp();
	const response = await post(app, { ...request, instead: 'yes', token: '', work: '' });
	expect(response.status).toBe(303);
	const [mail] = staffMails(app);
	expect(mail?.subject).toMatch(/^\[Not checked for spam\] Show me/);
	expect(mail?.headers['X-Enquiry-Assurance']).toBe('none');
	expect(copies(app)).toHaveLength(1);
});

test('a request that nobody knows to be sent goes again under its key from the page that says so', async () => {
	const app = new TestApp();
	app.store.down = true;
	app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	const back = await post(app, { ...request, ...(await worked(app)) });
	expect(back.status).toBe(503);
	const form = submission(readForm(await back.text()), { topic: request.topic });
	expect((await post(app, form)).status).toBe(303);
	expect(new Set(app.mailer.keys.filter((key) => key.startsWith('your-data-'))).size).toBe(1);
});

for (const token of ['', 'c1.of.another']) {
	const what = token ? 'with a token that nobody knows' : 'without a token';
	test(`a request ${what} that is sent again is the same one, also the next day`, async () => {
		const app = new TestApp();
		const first = await post(app, { ...request, token });
		const second = await post(app, { ...request, token });
		app.time += 20 * 3_600_000;
		const third = await post(app, { ...request, token });
		expect(location(second)).toBe(location(first));
		expect(location(third)).toBe(location(first));
		expect(staffMails(app)).toHaveLength(1);
		expect(copies(app)).toHaveLength(1);
	});
}

test('a request from a page of the day before yesterday keeps its token while it cannot be sent', async () => {
	const app = new TestApp();
	const proof = await worked(app);
	app.store.down = true;
	app.time += 35 * 3_600_000;
	const unsure = { kind: 'unknown', error: 'application_error' } as const;
	app.mailer.answers.push(unsure, unsure);
	await post(app, { ...request, ...proof });
	app.store.down = false;
	app.time += 2 * 3_600_000;
	const back = await post(app, { ...request, ...proof });
	expect(back.status).toBe(503);
	const form = submission(readForm(await back.text()), { topic: request.topic });
	expect(form['token']).toBe(proof.token);
	expect((await post(app, form)).status).toBe(303);
	expect(staffMails(app)).toHaveLength(1);
});

test('twenty copies of a request at once make one record, one mail and the same receipt', async () => {
	for (const proof of [{}, await worked(new TestApp())]) {
		const app = new TestApp();
		app.time += 10_000;
		const all = await Promise.all(
			Array.from({ length: 20 }, () => post(app, { ...request, ...proof })),
		);
		expect(new Set(all.map(location)).size).toBe(1);
		expect(kept(app)).toHaveLength(1);
		expect(staffMails(app)).toHaveLength(1);
	}
});

test('a request from a page whose work was used for another goes under one key, also while the store is away', async () => {
	const app = new TestApp();
	const proof = await worked(app);
	await post(app, { ...request, topic: 'delete', ...proof });
	await post(app, { ...request, ...proof });
	app.store.down = true;
	await post(app, { ...request, ...proof });
	expect(staffMails(app)).toHaveLength(2);
	expect(new Set(app.mailer.keys.filter((key) => key.startsWith('your-data-'))).size).toBe(2);
});

test('the work that a page did yesterday still counts', async () => {
	const app = new TestApp();
	const proof = await worked(app);
	app.time += 30 * 3_600_000;
	expect((await post(app, { ...request, ...proof })).status).toBe(303);
	expect(staffMails(app)[0]?.headers['X-Enquiry-Assurance']).toBe('work');
});

const hindrances: readonly [string, (app: TestApp) => Promise<Record<string, string>>][] = [
	['work that was not done', async (app) => ({ ...(await worked(app)), work: '' })],
	['work that is wrong', async (app) => ({ ...(await worked(app)), work: '1.2.3' })],
	['a token that is not known', async () => ({ token: 'c1.x.y' })],
	[
		'a token of the contact form',
		async (app) => ({ token: (await app.solved()).token, answer: '1' }),
	],
	[
		'a token that is too old',
		async (app) => {
			const proof = await worked(app);
			app.time += 37 * 3_600_000;
			return proof;
		},
	],
	[
		'a token that let another request through',
		async (app) => {
			const proof = await worked(app);
			await post(app, { ...request, topic: 'delete', ...proof });
			return proof;
		},
	],
	['a trap that was filled in', async () => ({ [trap.name]: 'x' })],
	[
		'an attack',
		async (app) => {
			app.attack = true;
			return {};
		},
	],
];
for (const [what, proof] of hindrances) {
	test(`nothing stands in the way of a request: ${what} only labels it`, async () => {
		const app = new TestApp();
		const response = await post(app, { ...request, ...(await proof(app)) });
		expect(response.status).toBe(303);
		const mail = staffMails(app).find(({ subject }) => subject.includes('Show me'));
		expect(mail?.subject).toMatch(/^\[(?:Not checked for spam|Possible spam)\] /);
	});
}

test('a filled-in trap is told of requests with a token and without, and of no others', async () => {
	for (const filled of ['', 'x']) {
		for (const hasToken of [true, false]) {
			const app = new TestApp();
			const proof = hasToken ? await worked(app) : {};
			await post(app, { ...request, [trap.name]: filled, ...proof });
			const text = staffMails(app)[0]?.text ?? '';
			expect(text.includes('people do not see'), `filled: ${filled}, token: ${hasToken}`).toBe(
				filled !== '',
			);
		}
	}
});

test('a request by way of another site is labelled', async () => {
	const app = new TestApp();
	const proof = await worked(app);
	const response = await post(app, { ...request, ...proof }, { 'sec-fetch-site': 'cross-site' });
	expect(response.status).toBe(303);
	expect(staffMails(app)[0]?.subject).toMatch(/^\[Possible spam\] /);
	expect(copies(app)).toEqual([]);
});

test('a form with problems comes back with what was typed, and its work is good for the next try', async () => {
	const app = new TestApp();
	const proof = await worked(app);
	const back = await post(app, { ...request, email: 'ada@', message: 'Kept & held', ...proof });
	expect(back.status).toBe(422);
	const page = await back.text();
	expect(page).toContain('Kept &amp; held');
	expect(page).toContain(unbroken(yourData.fields.email.malformed));
	expect(page).toContain(proof.token);
	expect(page).not.toContain('One question before');
	expect((await post(app, { ...request, ...proof })).status).toBe(303);
	expect(staffMails(app)[0]?.subject).not.toContain('[');
});

test('with the store away a request is mailed at once, with a day that is not too late', async () => {
	const app = new TestApp();
	const proof = await worked(app);
	app.store.down = true;
	const response = await post(app, { ...request, ...proof });
	expect(response.status).toBe(303);
	const [mail] = staffMails(app);
	expect(mail?.text).toContain('Answer by: 23 December 2026');
	expect(mail?.attachments).toHaveLength(1);
	app.time += 3_600_000;
	app.store.down = false;
	await post(app, { ...request, ...proof });
	expect(staffMails(app)).toHaveLength(1);
});

test('with the store and the provider away the text comes back with the telephones', async () => {
	const app = new TestApp();
	app.store.down = true;
	app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	const response = await post(app, { ...request, message: 'Not lost', account: 'SOHO-1' });
	expect(response.status).toBe(503);
	const page = await response.text();
	expect(page).toContain('>Not lost</textarea>');
	expect(page).toContain('SOHO-1');
	expect(page).toContain('0800 640 8009');
});

test('a receipt opens at its own form’s address alone', async () => {
	const app = new TestApp();
	const response = await post(app, request);
	expect((await app.request(location(response))).status).toBe(200);
	const elsewhere = location(response).replace('/your-data/', '/contact/');
	expect((await app.request(elsewhere)).status).toBe(404);
});

test('the key of a request says its form, and no key or delivered record says who asked', async () => {
	const app = new TestApp();
	await post(app, { ...request, message: 'Where do I stand?', account: 'SOHO-1' });
	const [key] = [...app.store.records.keys()].filter((one) => one.startsWith('enquiries/'));
	expect(key).toMatch(/^enquiries\/2026-11-23\/your-data-[\w-]{22}$/);
	const kept = JSON.stringify([...app.store.records]);
	for (const typed of [request.name, request.email, 'Where do I stand?', 'SOHO-1']) {
		expect(kept).not.toContain(typed);
	}
});

test('each kind of request has its own acknowledgement, one a day', async () => {
	const app = new TestApp();
	for (const topic of ['access', 'delete', 'access'] as const) {
		await post(app, { ...request, topic, message: `About ${app.time++}` });
	}
	expect(staffMails(app)).toHaveLength(3);
	expect(copies(app)).toHaveLength(2);
});
