import * as z from 'zod/mini';
import type { Issuer, Question } from './challenge.ts';
import { unseal } from './keys.ts';
import { rules } from './kinds.ts';
import { signals } from './signals.ts';

/** How far two servers' clocks may be apart. */
const skew = 300_000;
const longest = 512;

const count = z.int().check(z.nonnegative());
const kind = z.enum(['sum', 'word']);

/** What a token says, past its key's name. A browser reads the third entry: its place is fixed. */
const Payload = z.tuple([
	z.literal('contact'),
	z.string(),
	z.tuple([z.string().check(z.regex(/^[\w-]{22}$/)), count, count.check(z.maximum(32))]),
	z.tuple([z.int(), z.int(), z.int()]),
	z.tuple([kind, z.int(), z.int()]),
	z.tuple([z.boolean(), count, z.array(z.enum(signals)), z.array(kind)]),
]);

/** The question behind a token, or why there is none. Nothing is parsed before the MAC is good. */
export function recall(
	token: string,
	{ keys, context, now }: Issuer,
): Question | 'unasked' | 'unknown' | 'expired' {
	if (token === '') return 'unasked';
	if (token.length > longest) return 'unknown';
	const opened = unseal(keys, { prefix: 'c1', purpose: 'challenge', text: token });
	const parsed = Payload.safeParse(opened?.payload);
	if (!opened || !parsed.success) return 'unknown';
	const [, boundTo, [nonce, puzzles, bits], [issued, asked, expires], put, state] = parsed.data;
	if (boundTo !== context || asked > now() + skew) return 'unknown';
	if (expires <= now()) return 'expired';
	const [kind, ...numbers] = put;
	const [returned, wrong, signals, before] = state;
	const known = { issued, kind, numbers, asked, returned, wrong, signals, before };
	const task = { nonce, puzzles, bits };
	return { ...known, nonce, task, token, key: opened.key, ...rules[kind].put(numbers) };
}
