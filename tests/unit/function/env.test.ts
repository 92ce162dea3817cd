import { expect, test } from '@playwright/test';
import { readEnvironment } from '../../../netlify/functions/contact/env.ts';

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
