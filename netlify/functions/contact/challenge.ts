import { randomBytes, randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import type { Asked, Kind } from '#src/forms/question.ts';
import type { Task } from '#src/forms/work.ts';
import { type Key, type Keys, mac, seal, unseal } from './keys.ts';
import { type Numbers, type Pick as Draw, rules } from './kinds.ts';
import { type Signal, signals } from './signals.ts';
import { utcDay } from './times.ts';
import { bits, harder, puzzles } from './work.ts';

const hours = 3_600_000;
/** A question stays good for a day, so that nobody is hurried (WCAG 2.2.1). */
export const life = 24 * hours;
/** How far two servers' clocks may be apart. */
const skew = hours / 12;
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

/** What lets one message through: its work, and the time at which it was first asked for. */
interface Ticket {
	/** 128 random bits in base64url; names the record of the one message. */
	readonly nonce: string;
	/** Milliseconds since 1970. */
	readonly issued: number;
	readonly task: Task;
}

/** What is asked of a visitor, and what is known by then. */
interface Put {
	readonly kind: Kind;
	readonly numbers: Numbers;
	/** When this question was put, in milliseconds since 1970. */
	readonly asked: number;
	/** Whether it stands on a page that came back with what was typed. */
	readonly returned: boolean;
	/** How many wrong answers came before it. */
	readonly wrong: number;
	readonly signals: readonly Signal[];
	/** The kinds of question that were answered before it, for the same message. */
	readonly before: readonly Kind[];
}

/** A question that was asked, as its token tells. */
export interface Question extends Asked, Ticket, Put {
	readonly key: Key;
}

/** What signing needs: the keys, the deploy context a token is bound to, and the time. */
export interface Issuer {
	readonly keys: Keys;
	readonly context: string;
	readonly now: () => number;
	/** Whether more is asked, because of an attack. */
	readonly attack?: boolean;
	readonly pick?: Draw;
}

const atRandom: Draw = (low, high) => randomInt(low, high + 1);

function sign({ keys, context }: Issuer, state: Ticket & Put): Question {
	const { nonce, issued, task, kind, numbers, asked, returned, wrong, signals, before } = state;
	const payload = [
		'contact',
		context,
		[nonce, task.puzzles, task.bits],
		[issued, asked, issued + life],
		[kind, ...numbers],
		[returned, wrong, signals, before],
	];
	const token = seal(keys.current, { prefix: 'c1', purpose: 'challenge', payload });
	return { ...state, token, key: keys.current, ...rules[kind].put(numbers) };
}

/** Asks a new question, a sum unless told otherwise, under a token of at most 512 characters. */
export function ask(
	issuer: Issuer,
	about: Partial<Pick<Put, 'kind' | 'returned' | 'wrong' | 'signals'> & Pick<Ticket, 'nonce'>> = {},
): Question {
	const now = issuer.now();
	const nonce = about.nonce ?? randomBytes(16).toString('base64url');
	const kind = about.kind ?? 'sum';
	return sign(issuer, {
		nonce,
		issued: now,
		task: { nonce, puzzles, bits: issuer.attack ? bits + harder : bits },
		numbers: rules[kind].draw(issuer.pick ?? atRandom),
		asked: now,
		returned: false,
		wrong: 0,
		signals: [],
		before: [],
		...about,
		kind,
	});
}

/**
 * The nonce for a form that came without a question: the same all day for the same content. So whoever goes back and
 * sends the first page again answers for the same message, and has the same receipt.
 */
export function nonceFor({ keys, now }: Issuer, values: Readonly<Record<string, unknown>>): string {
	const content = `${utcDay(now())}\n${JSON.stringify(Object.values(values))}`;
	return mac(keys.current, 'nonce', content).subarray(0, 16).toString('base64url');
}

/** Asks again for the same message: the same question, or one of another kind. Work that was done stays good. */
export function askAgain(
	issuer: Issuer,
	question: Question,
	change: Partial<Pick<Put, 'kind' | 'signals' | 'before'>>,
): Question {
	const numbers = change.kind ? rules[change.kind].draw(issuer.pick ?? atRandom) : question.numbers;
	return sign(issuer, {
		...question,
		asked: issuer.now(),
		returned: true,
		...change,
		numbers,
	});
}

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
