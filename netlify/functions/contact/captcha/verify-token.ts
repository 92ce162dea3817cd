import {
	challengeLifetime,
	type Issuer,
	type Payload,
	prefix,
	type Challenge,
} from './challenge.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { minute } from '../shared/durations.ts';
import { unseal } from '../shared/keys.ts';
import { questionTypes } from './question-types.ts';

/** How far the clocks of two servers may differ, in milliseconds. */
export const skew = 5 * minute;
const longest = 512;

/** The challenge that a token carries for a form, however old it is, or why there is none. Nothing is parsed before its MAC is verified. */
export function openToken(
	token: string,
	form: FormId,
	{ keys, context, now }: Issuer,
): Challenge | 'unasked' | 'unknown' {
	if (token === '') return 'unasked';
	if (token.length > longest) return 'unknown';
	const opened = unseal(keys, { prefix, purpose: 'challenge', text: token });
	if (!opened) return 'unknown';
	// Signed here, under this prefix.
	const [boundForm, boundTo, [nonce, puzzles, bits], [issued, untilAsked], put, back] =
		opened.payload as Payload;
	const asked = issued + untilAsked;
	// Only a challenge of the future is unknown: its question may have been asked anew by a server whose clock is ahead.
	if (boundForm !== form || boundTo !== context || issued > now() + skew) return 'unknown';
	const [kind, ...numbers] = put;
	const [wrong, signals, before] = back ?? [0, [], []];
	const returned = back !== undefined;
	const known = { form, issued, kind, numbers, asked, returned, wrong, signals, before };
	const task = { nonce, puzzles, bits };
	return { ...known, nonce, task, token, key: opened.key, ...questionTypes[kind].put(numbers) };
}

/** Returns the challenge that a token carries for a form while it lets a message through, or why there is none. */
export function verifyToken(
	token: string,
	form: FormId,
	issuer: Issuer,
): Challenge | 'unasked' | 'unknown' | 'expired' {
	const opened = openToken(token, form, issuer);
	if (typeof opened === 'string') return opened;
	return opened.issued + challengeLifetime <= issuer.now() ? 'expired' : opened;
}
