import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
	challengeLifetime,
	issueChallenge,
	nonceFor,
	reissueChallenge,
} from '#contact/captcha/challenge.ts';
import { verifyToken } from '#contact/captcha/verify-token.ts';
import { key, seal, secretFor, unseal } from '#contact/shared/keys.ts';
import { numberIn, words } from '#contact/captcha/numbers.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { reasons } from '#src/forms/outcomes.ts';
import { questionHours } from '#src/forms/question.ts';
import { answerable } from '#contact/enquiry/retention.ts';
import { enquiryKey } from '#contact/enquiry/enquiry.ts';
import { reference } from '#contact/enquiry/reference.ts';

const keys = { current: key('a secret of more than thirty-two characters') };
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const issuer = { keys, context: 'production', now: () => Date.parse('2026-11-23T10:00:00Z') };

test('a sum has two different numbers from two, and twenty at most', () => {
	const seen = new Set<string>();
	for (let turn = 0; turn < 2000; turn++) {
		const { shown } = issueChallenge(issuer);
		const [a = 0, b = 0] = (shown.match(/\d+/g) ?? []).map(Number);
		expect(a).toBeGreaterThanOrEqual(2);
		expect(b).toBeGreaterThanOrEqual(2);
		expect(a).not.toBe(b);
		expect(a + b).toBeLessThanOrEqual(20);
		seen.add(shown);
	}
	expect(seen.size).toBeGreaterThan(60);
});

test('how long a question is good is said as it is, in the form and in the accessibility statement', () => {
	const hours = `${questionHours} hours`;
	expect(reasons.expired).toContain(`more than ${hours} old`);
	expect(readFileSync('src/content/pages/accessibility.mdx', 'utf8')).toContain(hours);
});

test('what a challenge let through is remembered for half a day longer than it lets anything through', () => {
	for (const time of ['00:00:00', '12:00:00', '23:59:59']) {
		const issued = Date.parse(`2026-11-23T${time}Z`);
		const key = enquiryKey({ form: 'contact', issued, nonce: 'nonce' });
		expect(answerable(key, issued + challengeLifetime + 12 * 3_600_000 - 1), time).toBe(true);
	}
});

test('a sum can be drawn again in a test', () => {
	expect(issueChallenge({ ...issuer, pick: () => 2 }).shown).toBe('2 + 3 =');
});

test('a token tells the question it was asked with', () => {
	for (const kind of ['sum', 'word'] as const) {
		const asked = issueChallenge(issuer, { kind, returned: true, wrong: 2 });
		expect(verifyToken(asked.token, 'contact', issuer)).toEqual(asked);
	}
});

test('a challenge that is issued again keeps its nonce and its key, though the key has changed since', () => {
	const asked = issueChallenge(issuer);
	const later = { ...issuer, keys: { current: key('x'.repeat(32)), previous: keys.current } };
	const again = reissueChallenge(later, asked, { kind: 'word' });
	const { nonce, issued } = asked;
	expect(again).toMatchObject({ nonce, issued, key: keys.current, kind: 'word', returned: true });
	expect(verifyToken(again.token, 'contact', later)).toEqual(again);
});

test('a token is good for its own form alone', () => {
	for (const [form, other] of [
		['contact', 'your-data'],
		['your-data', 'contact'],
	] as const) {
		const { token } = issueChallenge(issuer, { form });
		expect(verifyToken(token, form, issuer)).toMatchObject({ form });
		expect(verifyToken(token, other, issuer)).toBe('unknown');
	}
});

test('a token from more than five minutes ahead is not known', () => {
	const { token } = issueChallenge({ ...issuer, now: () => issuer.now() + 6 * 60_000 });
	expect(verifyToken(token, 'contact', issuer)).toBe('unknown');
});

test('a sealed text of another purpose or prefix does not open', () => {
	const text = seal(keys.current, { prefix: 'r1', purpose: 'receipt', payload: [1] });
	expect(unseal(keys, { prefix: 'r1', purpose: 'receipt', text })?.payload).toEqual([1]);
	expect(unseal(keys, { prefix: 'c1', purpose: 'receipt', text })).toBeUndefined();
	expect(unseal(keys, { prefix: 'r1', purpose: 'challenge', text })).toBeUndefined();
});

test('a sealed text opens in one spelling of its signature only', () => {
	const text = seal(keys.current, { prefix: 'r1', purpose: 'receipt', payload: [1] });
	// The last two bits of the last letter say nothing, so four letters stand for the same bytes.
	const first = alphabet.indexOf(text.at(-1) ?? '') & ~3;
	const same = [...alphabet.slice(first, first + 4)];
	const open = same.filter((letter) =>
		unseal(keys, { prefix: 'r1', purpose: 'receipt', text: text.slice(0, -1) + letter }),
	);
	expect(open).toEqual([text.at(-1)]);
});

test('what was sealed under a secret before opens under it still', () => {
	const text = 'r1.WyJBaFQ1amoiLCJBQkNEMjM0NSJd.LQ2k_K3PLWMdpHsgzs2GJssJWNDgb7brQkFfrZfelEw';
	expect(unseal(keys, { prefix: 'r1', purpose: 'receipt', text })?.payload).toEqual(['ABCD2345']);
	expect(seal(keys.current, { prefix: 'r1', purpose: 'receipt', payload: ['ABCD2345'] })).toBe(
		text,
	);
});

test('a key is derived once for each purpose', () => {
	const secret = secretFor(keys.current, 'receipt');
	expect(secretFor(keys.current, 'receipt')).toBe(secret);
	expect(secretFor(keys.current, 'notice').equals(secret)).toBe(false);
});

test('no text that was not made here is a token', () => {
	fc.assert(
		fc.property(
			fc.string({ maxLength: 600 }),
			(text) => typeof verifyToken(text, 'contact', issuer) === 'string',
		),
	);
});

test('numbers to twenty are read in words and digits', () => {
	for (let number = 0; number <= 20; number++) {
		for (const typed of [
			words(number),
			` ${words(number).toUpperCase()}. `,
			`= ${number}`,
			`${number}.`,
		]) {
			expect(numberIn(typed), typed).toBe(number);
		}
	}
	for (const typed of ['', 'many', '-2', '1.5', '12345']) expect(numberIn(typed)).toBeUndefined();
});

test('a reference has eight symbols that are not mistaken for others, every third a digit', () => {
	const all = Array.from({ length: 500 }, (_, n) => reference(keys.current, String(n)));
	for (const one of all) expect(one).toMatch(/^(?:[A-HJ-NPR-Y2-9]{2}[2-9]){2}[A-HJ-NPR-Y2-9]{2}$/);
	expect(new Set(all).size).toBe(all.length);
	expect(reference(keys.current, '1')).toBe(all[1]);
});

test('the content of a form makes one nonce a day, and other content makes another', () => {
	const on = (time: string, form: FormId = 'contact') => ({ form, issued: Date.parse(time) });
	const values = { name: 'Ada', message: 'Hello' };
	const nonce = nonceFor(keys.current, on('2026-11-23T00:00:00Z'), values);
	expect(nonce).toMatch(/^[\w-]{22}$/);
	expect(nonceFor(keys.current, on('2026-11-23T23:59:59Z'), values)).toBe(nonce);
	expect(nonceFor(keys.current, on('2026-11-24T00:00:00Z'), values)).not.toBe(nonce);
	expect(nonceFor(keys.current, on('2026-11-23T00:00:00Z', 'your-data'), values)).not.toBe(nonce);
	const other = { ...values, message: 'Hullo' };
	expect(nonceFor(keys.current, on('2026-11-23T00:00:00Z'), other)).not.toBe(nonce);
});
