import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { isOperatorToken, operatorToken } from '#contact/delivery/operator-token.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const secret = 'a delivery key of more than thirty-two characters';
const now = Date.parse('2026-11-23T10:00:00Z');
const minute = 60_000;

const signed = (expires: number, by = secret) =>
	`${expires}.${createHmac('sha256', by).update(`deliver\n${expires}`).digest('hex')}`;
const seconds = now / 1000;

const tokens: [string, string, boolean][] = [
	['fresh', operatorToken(secret, now), true],
	['that ends in ten minutes', signed(seconds + 600), true],
	['made to last longer than ten minutes', signed(seconds + 601), false],
	['that ends now', signed(seconds), false],
	['of another secret', signed(seconds + 300, 'another'), false],
	['whose end was changed', operatorToken(secret, now).replace(/^./, '2'), false],
	['cut short', operatorToken(secret, now).slice(0, -1), false],
	['that is empty', '', false],
];
for (const [what, token, good] of tokens) {
	test(`a token ${what} is ${good ? 'good' : 'no good'}`, () => {
		expect(isOperatorToken(secret, token, now)).toBe(good);
	});
}

test('a fresh token is good for five minutes', () => {
	const token = operatorToken(secret, now);
	expect(isOperatorToken(secret, token, now + 5 * minute - 1)).toBe(true);
	expect(isOperatorToken(secret, token, now + 5 * minute)).toBe(false);
});

const round = (app: TestApp, authorization?: string) =>
	app.request('/contact/deliver', {
		method: 'POST',
		...(authorization !== undefined && { headers: { authorization } }),
	});

test('an operator’s round delivers what is due and says what it did', async () => {
	const app = new TestApp();
	app.secrets = { operator: secret };
	app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	await app.post({ ...typed, ...(await app.solved()) });
	expect(app.mailer.mails.size).toBe(0);
	app.time += 2 * minute;
	const response = await round(app, `Bearer ${operatorToken(secret, app.time)}`);
	expect(response.status).toBe(200);
	expect(await response.json()).toMatchObject({ delivered: 1, waiting: 0, held: 0 });
	expect(app.mailer.mails.size).toBe(1);
});

test('a round without a good token is refused and touches nothing', async () => {
	const app = new TestApp();
	app.secrets = { operator: secret };
	for (const authorization of [undefined, 'Bearer x', `Basic ${operatorToken(secret, app.time)}`]) {
		const response = await round(app, authorization);
		expect(response.status).toBe(401);
	}
	expect(app.store.records.size).toBe(0);
});

test('without a delivery key there is no such address', async () => {
	const app = new TestApp();
	const response = await round(app, `Bearer ${operatorToken(secret, app.time)}`);
	expect(response.status).toBe(404);
});
