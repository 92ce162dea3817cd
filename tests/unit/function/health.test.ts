import { expect, test } from '@playwright/test';
import { operatorToken } from '#contact/delivery/operator-token.ts';
import { keepRecord, undelivered } from '#simulation/delivery/undelivered.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;
const operator = 'an operator’s secret of 32 characters';
const dead = { kind: 'refused', error: 'invalid_api_key', account: true } as const;

async function ask(app: TestApp, headers: Record<string, string> = {}) {
	const response = await app.request('/contact/health', { headers });
	return { status: response.status, text: (await response.text()).trim(), response };
}

const asOperator = (app: TestApp) =>
	ask(app, { authorization: `Bearer ${operatorToken(operator, app.time)}` });

/** Keeps an enquiry that was received so long ago and never sent. */
async function keepOld(app: TestApp, age: number, held?: 'refused'): Promise<void> {
	const { key, record } = undelivered(app.time - age);
	const delivery = { ...record.delivery, ...(held && { held }) };
	await keepRecord(app.store, key, { ...record, state: 'failed', delivery });
}

test('health is yes while enquiries leave, for anybody, without a number', async () => {
	const app = new TestApp();
	await app.post({ ...typed, ...(await app.solved()) });
	const { status, text, response } = await ask(app);
	expect({ status, text }).toEqual({ status: 200, text: 'well' });
	expect(response.headers.get('cache-control')).toBe('no-store');
});

test('health is no when an enquiry waits for more than a quarter of an hour', async () => {
	for (const [age, status] of [
		[10, 200],
		[20, 503],
	] as const) {
		const app = new TestApp();
		await keepOld(app, age * minute);
		const told = await ask(app);
		expect(told.status).toBe(status);
		expect(told.text).not.toMatch(/\d/);
	}
});

test('health is no when an enquiry has waited for a person for more than a day', async () => {
	for (const [hours, status] of [
		[23, 200],
		[25, 503],
	] as const) {
		const app = new TestApp();
		await keepOld(app, hours * 60 * minute, 'refused');
		expect((await ask(app)).status).toBe(status);
	}
});

test('health is no while the provider refuses the key or the domain, until it takes a mail again', async () => {
	const app = new TestApp();
	app.mailer.answers.push(dead);
	await app.post({ ...typed, ...(await app.solved()) });
	expect((await ask(app)).status).toBe(503);
	expect(app.log.at(-1)).toMatchObject({
		outcome: 'not well',
		detail: 'the mail provider refuses the key or the domain (invalid_api_key)',
	});
	expect(app.lines).toContainEqual({ outcome: 'mail refused', detail: 'invalid_api_key' });
	await app.post({ ...typed, message: 'Another', ...(await app.solved()) });
	app.time += minute;
	expect((await ask(app)).status).toBe(200);
});

test('an invalid mail says nothing of the key', async () => {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'refused', error: 'validation_error' });
	await app.post({ ...typed, ...(await app.solved()) });
	expect((await ask(app)).status).toBe(200);
});

test('health is no when the store does not answer, or the environment is not fit', async () => {
	const app = new TestApp();
	app.store.down = true;
	expect((await ask(app)).status).toBe(503);
	expect(app.log.at(-1)).toMatchObject({ detail: 'the store did not answer' });
});

test('an operator is told how many wait and since when', async () => {
	const app = new TestApp();
	app.secrets = { operator };
	await keepOld(app, 20 * minute);
	await keepOld(app, 30 * minute);
	const { status, text } = await asOperator(app);
	expect(status).toBe(503);
	expect(JSON.parse(text)).toMatchObject({
		problems: ['an enquiry has waited for more than 15 minutes'],
		unlabelled: { count: 2, oldest: app.time - 32 * minute },
		labelled: { count: 0 },
		held: { count: 0 },
	});
	expect((await ask(app, { authorization: 'Bearer 1.2' })).text).toBe('not well');
});

test('strangers who ask all the time cost one look a minute', async () => {
	const app = new TestApp();
	let lists = 0;
	const { list } = app.store;
	app.store.list = (prefix) => {
		lists++;
		return list.call(app.store, prefix);
	};
	for (let n = 0; n < 50; n++) await ask(app);
	expect(lists).toBe(3);
	app.time += minute;
	await ask(app);
	expect(lists).toBe(6);
});

test('each round writes what it did and the age of the oldest enquiry that waits', async () => {
	const app = new TestApp();
	app.secrets = { operator };
	app.mailer.send = async () => ({ kind: 'later', error: 'rate_limit_exceeded' });
	await app.post({ ...typed, ...(await app.solved()) });
	app.time += 10 * minute;
	const authorization = `Bearer ${operatorToken(operator, app.time)}`;
	const init = { method: 'POST', headers: { authorization } };
	const response = await app.request('/contact/deliver', init);
	expect(await response.json()).toMatchObject({ waiting: 1, waits: 1, oldest: 600 });
	expect(app.lines.at(-1)).toMatchObject({ outcome: 'round', waiting: 1, waits: 1, oldest: 600 });
	app.time += minute;
	await app.request('/contact/challenge');
	expect(app.lines.at(-1)).toMatchObject({ outcome: 'round', oldest: 660 });
});
