import { randomBytes, randomInt } from 'node:crypto';
import type { FormId } from '#src/forms/addresses.ts';
import { type Asked, questionHours, type QuestionType } from '#src/forms/question.ts';
import type { Task } from '#src/forms/work.ts';
import { type Key, type Keys, mac, seal } from '../shared/keys.ts';
import { type Numbers, type RandomInteger as Draw, questionTypes } from './question-types.ts';
import type { Signal } from '../shared/assurance.ts';
import { hour } from '../shared/durations.ts';
import { utcDay } from '../shared/times.ts';
import { difficultyBits, attackBits, puzzleCount } from './proof-of-work.ts';

/**
 * How long a question may be answered, in milliseconds. An older one is asked anew with everything that was typed, so
 * nobody is hurried (WCAG 2.2.1).
 */
export const questionLifetime = questionHours * hour;

/**
 * How long a challenge lets its one message through, over all its questions, in milliseconds. A page that is sent again the
 * next day is one message, even where the mail provider alone knows of it.
 */
export const challengeLifetime = 36 * hour;

/** What identifies a challenge over all its questions: its nonce, when it was issued, and its proof of work. */
interface Identity {
	/** The form that it is good for. */
	readonly form: FormId;
	/** 128 random bits in base64url; names the record of the one message. */
	readonly nonce: string;
	/** Milliseconds since 1970. */
	readonly issued: number;
	readonly task: Task;
}

/** The question that a challenge asks at present, and what is known by then. */
interface Question {
	readonly kind: QuestionType;
	readonly numbers: Numbers;
	/** When this question was asked, in milliseconds since 1970. */
	readonly asked: number;
	/** Whether it stands on a page that came back with what was typed. */
	readonly returned: boolean;
	/** How many wrong answers came before it. */
	readonly wrong: number;
	readonly signals: readonly Signal[];
	/** The types of question that were answered before it, for the same message. */
	readonly before: readonly QuestionType[];
}

/** A challenge as its token carries it. */
export interface Challenge extends Asked, Identity, Question {
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

/** 128 random bits in base64url: 22 characters. */
const newNonce = (): string => randomBytes(16).toString('base64url');

const atRandom: Draw = (low, high) => randomInt(low, high + 1);

/**
 * The payload of a token, after its key's name. Tokens are trusted to have this shape once their signature is verified,
 * so a change of the shape needs a new prefix. The browser's script reads the third entry.
 */
export type Payload = readonly [
	form: FormId,
	context: string,
	work: readonly [nonce: string, puzzles: number, bits: number],
	times: readonly [issued: number, untilAsked: number],
	put: readonly [kind: QuestionType, ...Numbers],
	/** Present only on a page that came back. */
	returned?: readonly [wrong: number, signals: readonly Signal[], before: readonly QuestionType[]],
];
export const prefix = 'c1';

function sign({ context }: Issuer, key: Key, state: Identity & Question): Challenge {
	const { form, nonce, issued, task, kind, numbers, asked, returned, wrong, signals, before } =
		state;
	const work = [nonce, task.puzzles, task.bits] as const;
	const times = [issued, asked - issued] as const;
	const put = [kind, ...numbers] as const;
	const payload: Payload = returned
		? [form, context, work, times, put, [wrong, signals, before]]
		: [form, context, work, times, put];
	const token = seal(key, { prefix, purpose: 'challenge', payload });
	const { shown, spoken } = questionTypes[kind].put(numbers);
	return { ...state, token, key, shown, spoken };
}

/** Issues a challenge under a new nonce; its question is a sum unless `about` says otherwise. The token has at most 512 characters. */
export function issueChallenge(
	issuer: Issuer,
	about: Partial<
		Pick<Question, 'kind' | 'returned' | 'wrong' | 'signals'> & Pick<Identity, 'form' | 'nonce'>
	> = {},
): Challenge {
	const now = issuer.now();
	const { form = 'contact', kind = 'sum', nonce = newNonce() } = about;
	const { returned = false, wrong = 0, signals = [] } = about;
	return sign(issuer, issuer.keys.current, {
		form,
		nonce,
		issued: now,
		task: {
			nonce,
			puzzles: puzzleCount,
			bits: issuer.attack ? difficultyBits + attackBits : difficultyBits,
		},
		kind,
		numbers: questionTypes[kind].draw(issuer.pick ?? atRandom),
		asked: now,
		returned,
		wrong,
		signals,
		before: [],
	});
}

/**
 * The nonce that the content of a form makes: the same all day, so that sending the same again leads to the same record
 * and the same receipt.
 */
export function nonceFor(
	key: Key,
	{ form, issued }: Pick<Identity, 'form' | 'issued'>,
	values: Readonly<Record<string, unknown>>,
): string {
	const content = [utcDay(issued), form, JSON.stringify(Object.values(values))].join('\n');
	return mac(key, 'nonce', content).subarray(0, 16).toString('base64url');
}

/** Whether a question is too old to be answered. */
export const isOutdated = ({ asked }: Pick<Question, 'asked'>, now: number): boolean =>
	asked + questionLifetime <= now;

/**
 * Issues a challenge again under the same nonce and key: with the same question, or one of another type. Proof of work
 * already done stays valid.
 */
export function reissueChallenge(
	issuer: Issuer,
	question: Challenge,
	change: Partial<Pick<Question, 'kind' | 'signals' | 'before'>>,
): Challenge {
	const numbers = change.kind
		? questionTypes[change.kind].draw(issuer.pick ?? atRandom)
		: question.numbers;
	return sign(issuer, question.key, {
		...question,
		asked: issuer.now(),
		returned: true,
		...change,
		numbers,
	});
}
