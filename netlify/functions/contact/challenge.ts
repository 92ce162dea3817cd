import { randomBytes, randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import type { Asked } from '#src/forms/question.ts';
import { type Key, type Keys, seal, unseal } from './keys.ts';
import { numberIn, words } from './numbers.ts';

const hours = 3_600_000;
/** A question stays good for a day, so that nobody is hurried (WCAG 2.2.1). */
export const life = 24 * hours;
/** How far two servers' clocks may be apart. */
const skew = hours / 12;
const longest = 512;

/** What a token says, past its key's name: audience, deploy context, nonce, issued and expires (ms), kind, numbers. */
const Payload = z.tuple([
	z.literal('contact'),
	z.string(),
	z.string().check(z.regex(/^[\w-]{22}$/)),
	z.int(),
	z.int(),
	z.literal('sum'),
	z.int(),
	z.int(),
]);

/** A question that was asked, as its token tells. */
export interface Question extends Asked {
	readonly key: Key;
	/** 128 random bits in base64url; names the record of the one message this question lets through. */
	readonly nonce: string;
	/** Milliseconds since 1970. */
	readonly issued: number;
	readonly answer: number;
}

/** What signing needs: the keys, the deploy context a token is bound to, and the time. */
export interface Issuer {
	readonly keys: Keys;
	readonly context: string;
	readonly now: () => number;
	/** An integer from low to high, both included. */
	readonly pick?: (low: number, high: number) => number;
}

const sum = (a: number, b: number) => ({
	shown: `${a} + ${b} =`,
	spoken: `What is ${words(a)} plus ${words(b)}?`,
	answer: a + b,
});

const atRandom = (low: number, high: number): number => randomInt(low, high + 1);

/** Asks a new sum of two different numbers from 2, at most 20 in all, under a token of at most 512 characters. */
export function ask({ keys, context, now, pick = atRandom }: Issuer): Asked {
	const a = pick(2, 9);
	const drawn = pick(2, 19 - a);
	const b = drawn >= a ? drawn + 1 : drawn;
	const issued = now();
	const nonce = randomBytes(16).toString('base64url');
	const payload = ['contact', context, nonce, issued, issued + life, 'sum', a, b];
	const token = seal(keys.current, { prefix: 'c1', purpose: 'challenge', payload });
	const { shown, spoken } = sum(a, b);
	return { token, shown, spoken };
}

/** The question behind a token, or why there is none. Nothing is parsed before the MAC is good. */
export function recall(
	token: string,
	{ keys, context, now }: Issuer,
): Question | 'unasked' | 'unknown' | 'expired' {
	if (token === '') return 'unasked';
	if (token.length > longest) return 'unknown';
	const opened = unseal(keys, { prefix: 'c1', purpose: 'challenge', text: token });
	const payload = Payload.safeParse(opened?.payload);
	if (!opened || !payload.success) return 'unknown';
	const [, boundTo, nonce, issued, expires, , a, b] = payload.data;
	if (boundTo !== context || issued > now() + skew) return 'unknown';
	if (expires <= now()) return 'expired';
	return { token, key: opened.key, nonce, issued, ...sum(a, b) };
}

/** Whether what was typed is the answer; digits of any script's full width, words to twenty, "= 19" and "19." count. */
export const answers = (typed: string, question: Question): boolean =>
	numberIn(typed) === question.answer;
