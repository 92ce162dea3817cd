import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { isOperator, operatorToken } from '../../../netlify/functions/contact/operator.ts';
import { Office, typed } from '../../fakes.ts';

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
		expect(isOperator(secret, token, now)).toBe(good);
	});
}

test('a fresh token is good for five minutes', () => {
	const token = operatorToken(secret, now);
	expect(isOperator(secret, token, now + 5 * minute - 1)).toBe(true);
	expect(isOperator(secret, token, now + 5 * minute)).toBe(false);
});

const round = (office: Office, authorization?: string) =>
	office.ask('/contact/deliver', {
		method: 'POST',
		...(authorization !== undefined && { headers: { authorization } }),
	});

test('an operator’s round delivers what is due and says what it did', async () => {
	const office = new Office();
	office.secrets = { operator: secret };
	office.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	await office.post({ ...typed, ...(await office.solved()) });
	expect(office.mailer.mails.size).toBe(0);
	office.time += 2 * minute;
	const response = await round(office, `Bearer ${operatorToken(secret, office.time)}`);
	expect(response.status).toBe(200);
	expect(await response.json()).toMatchObject({ delivered: 1, waiting: 0, held: 0 });
	expect(office.mailer.mails.size).toBe(1);
});

test('a round without a good token is refused and touches nothing', async () => {
	const office = new Office();
	office.secrets = { operator: secret };
	for (const authorization of [
		undefined,
		'Bearer x',
		`Basic ${operatorToken(secret, office.time)}`,
	]) {
		const response = await round(office, authorization);
		expect(response.status).toBe(401);
	}
	expect(office.store.records.size).toBe(0);
});

test('without a delivery key there is no such address', async () => {
	const office = new Office();
	const response = await round(office, `Bearer ${operatorToken(secret, office.time)}`);
	expect(response.status).toBe(404);
});
