import { expect, test } from '@playwright/test';
import { reasons } from '#src/forms/outcomes.ts';
import { readEnvironment } from '#contact/environment.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const whole = {
	CHALLENGE_KEY: 'a secret of more than thirty-two characters',
	RESEND_API_KEY: 're_123',
	ENQUIRIES_FROM: 'Claranet SOHO <site@example.com>',
	ENQUIRIES_TO: 'team@example.com, more@example.com',
};

test('a whole environment is read, with one default for every topic', () => {
	const { addresses, keys } = readEnvironment({
		...whole,
		ENQUIRIES_TO_SALES: 'sales@example.com',
	});
	expect(addresses.to.sales).toEqual(['sales@example.com']);
	expect(addresses.to.privacy).toEqual(['team@example.com', 'more@example.com']);
	expect(keys.previous).toBeUndefined();
});

test('every missing or malformed variable is named, and no value', () => {
	const secret = 'too short to be a key';
	const read = () =>
		readEnvironment({ CHALLENGE_KEY: secret, ENQUIRIES_TO: 'nobody', RESEND_API_KEY: '' });
	expect(read).toThrow(/CHALLENGE_KEY must have at least 32 characters/);
	expect(read).toThrow(/RESEND_API_KEY is missing/);
	expect(read).toThrow(/ENQUIRIES_FROM is missing/);
	expect(read).toThrow(/ENQUIRIES_TO must be an e-mail address/);
	expect(read).not.toThrow(new RegExp(secret));
});

test('each rule refuses what it must and takes what it may', () => {
	const refused = {
		CHALLENGE_KEY_PREVIOUS: ['x'.repeat(31), 'must have at least 32 characters'],
		RESEND_BASE_URL: ['nowhere', 'must be an address'],
		ENQUIRIES_FROM: ['Site site@example.com', 'must be an e-mail address'],
		ENQUIRIES_TO: ['a@example.com,, b@example.com', 'must be an e-mail address'],
		ENQUIRIES_FALLBACK_TO: [
			Array.from({ length: 51 }, (_, index) => `a${index}@example.com`).join(),
			'must name at most 50 addresses',
		],
		ENQUIRIES_PER_HOUR: ['0', 'must be a whole number from 1'],
		ENQUIRIES_PER_NETWORK_AND_HOUR: ['1.5', 'must be a whole number from 1'],
		ENQUIRY_RETENTION_DAYS: ['a month', 'must be a whole number from 1'],
		RESEND_WEBHOOK_SECRET: ['secret', 'must begin with whsec_'],
		DELIVERY_KEY: ['short', 'must have at least 32 characters'],
	} as const;
	for (const [name, [value, words]] of Object.entries(refused)) {
		const read = () => readEnvironment({ ...whole, [name]: value });
		expect(read, name).toThrow(`${name} ${words}`);
	}
	const empty = Object.fromEntries(Object.keys(refused).map((name) => [name, '']));
	expect(readEnvironment({ ...empty, ...whole })).toEqual(readEnvironment(whole));
	expect(readEnvironment({ ...whole, ENQUIRIES_PER_HOUR: '7' }).budgets).toEqual({
		site: 7,
		network: 10,
	});
});

test('the mode is normal unless it is said to be attack', () => {
	expect(readEnvironment(whole).attack).toBe(false);
	expect(readEnvironment({ ...whole, CHALLENGE_MODE: 'normal' }).attack).toBe(false);
	expect(readEnvironment({ ...whole, CHALLENGE_MODE: 'attack' }).attack).toBe(true);
	expect(() => readEnvironment({ ...whole, CHALLENGE_MODE: 'Attack' })).toThrow(
		/CHALLENGE_MODE must be normal or attack/,
	);
});

test('a changed key takes the open forms along for as long as the one before is named', async () => {
	const [old, young] = [
		'the first secret of thirty-two characters',
		'the second one, as long as that',
	];
	const app = new TestApp();
	const open = (variables: Record<string, string>) => {
		app.keys = readEnvironment({ ...whole, ...variables }).keys;
	};
	const send = async (proof: { token: string; answer: string }, message: string) =>
		(await app.post({ ...typed, message, ...proof })).text();
	open({ CHALLENGE_KEY: `${old}.` });
	const [first, second] = [await app.solved(), await app.solved()];
	open({ CHALLENGE_KEY: `${young}.`, CHALLENGE_KEY_PREVIOUS: `${old}.` });
	const third = await app.solved();
	expect(await send(first, 'Typed before the change')).toBe('');
	open({ CHALLENGE_KEY: `${young}.` });
	expect(await send(second, 'Sent too late')).toContain(reasons.unknown);
	expect(await send(third, 'Typed after the change')).toBe('');
	expect(app.mailer.mails.size).toBe(2);
	app.store.records.clear();
	open({ CHALLENGE_KEY: `${old}.` });
	expect(await send(third, 'To a server that never heard of it')).toContain(reasons.unknown);
});
