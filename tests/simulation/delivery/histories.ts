import * as fc from 'fast-check';
import { type FormId, formIds } from '#src/forms/addresses.ts';
import {
	cut,
	type Fault,
	type Hit,
	late,
	mailError,
	type Plan,
	silence,
	status,
} from './faults.ts';

/** How many forms there are, each with its question, and how many texts for each. */
export const forms = 3;
const texts = 2;

/**
 * What people and programs do besides sending: `round` begins a round, `retry` has everything sent again that a person
 * may, `erase` takes out what was written on a form, and the rest are what the provider tells of the last mail of a form.
 */
const deeds = ['round', 'retry', 'erase', 'delivered', 'bounced', 'complained'] as const;
export type Deed = (typeof deeds)[number];

/** What somebody does, in one of two processes: sends one of the texts on one of the forms, or something else. */
export interface Action {
	readonly process: 0 | 1;
	readonly form: number;
	readonly text: number | Deed;
}

/** What goes on at the same time, what goes wrong with it, and how long nothing happens afterwards. */
export interface Scene {
	readonly actions: readonly Action[];
	/** For each request of each process in turn, the number of a fault. */
	readonly faults: readonly (number | undefined)[];
	/** The first process dies at this one of its requests. */
	readonly death: number | undefined;
	readonly deathLands: boolean;
	/** Whether the provider takes nothing from anybody, until it is there again. */
	readonly isAway: boolean;
	/** Whether another policy is in force from now on, so that the same words make another mail. */
	readonly deploys: boolean;
	readonly minutes: number;
}

const storeFaults: readonly Fault[] = [
	status(403),
	status(404),
	status(429),
	status(500),
	status(412),
	status(412, true),
	status(200, true),
	silence(false),
	silence(true),
	cut(false),
	cut(true),
	late,
];
const mailFaults: readonly Fault[] = [
	mailError(403, 'invalid_api_key'),
	mailError(422, 'validation_error'),
	mailError(409, 'concurrent_idempotent_requests'),
	mailError(429, 'rate_limit_exceeded', { 'retry-after': '5000' }),
	mailError(429, 'daily_quota_exceeded'),
	mailError(500, 'internal_server_error'),
	{ lands: true, answer: { status: 200, body: '{"id":' } },
	{ lands: true, answer: { status: 502, body: '<html>' } },
	silence(false),
	silence(true),
	cut(false),
	cut(true),
	late,
];

/** What a provider that is away answers: nothing is taken. */
const away: readonly Fault[] = [
	cut(false),
	mailError(429, 'daily_quota_exceeded'),
	mailError(403, 'invalid_api_key'),
	status(503),
];

const someFault = fc.option(fc.nat(12), { freq: 2, nil: undefined });

const scene = (longest: number): fc.Arbitrary<Scene> =>
	fc.record({
		actions: fc.array(
			fc.record({
				process: fc.constantFrom<0 | 1>(0, 1),
				form: fc.nat(forms - 1),
				text: fc.oneof(
					{ weight: 2, arbitrary: fc.nat(texts - 1) },
					{ weight: 1, arbitrary: fc.constant('round' as const) },
					{ weight: 2, arbitrary: fc.constantFrom(...deeds) },
				),
			}),
			{ minLength: 1, maxLength: 5 },
		),
		faults: fc.array(someFault, { maxLength: 25 }),
		death: fc.option(fc.nat(20), { freq: 2, nil: undefined }),
		deathLands: fc.boolean(),
		isAway: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
		deploys: fc.boolean(),
		minutes: fc.nat(longest),
	});

const hour = 60;

/** More mails an hour than any history has. */
export const ample = 60;

/** A page with a form, as somebody has it open when a history begins. */
export interface OpenPage {
	readonly form: FormId;
	/** Minutes since its token was issued. */
	readonly age: number;
	/** Whether it has a token: without a script it has none. */
	readonly hasToken: boolean;
}

const page: fc.Arbitrary<OpenPage> = fc.record({
	form: fc.constantFrom(...formIds),
	age: fc.oneof(fc.constant(0), fc.nat(30 * hour)),
	hasToken: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
});

/**
 * A whole history: scenes, the page of each form, how far apart the clocks of the two processes are (minutes), the hour's
 * budgets, what is set up, and who goes first at each step.
 */
export const histories = (longest: number) =>
	fc.record({
		scenes: fc.array(scene(longest), { minLength: 1, maxLength: 6 }),
		pages: fc.array(page, { minLength: forms, maxLength: forms }),
		skew: fc.integer({ min: -4, max: 4 }),
		budget: fc.constantFrom(3, ample),
		networkBudget: fc.constantFrom(2, ample),
		confirms: fc.boolean(),
		fallback: fc.boolean(),
		turns: fc.scheduler(),
	});

export type History = typeof histories extends (...args: never) => fc.Arbitrary<infer Value>
	? Value
	: never;

/** What goes wrong with the requests of one process in a scene. */
export function planOf({ faults, death, deathLands, isAway }: Scene, process: number): Plan {
	let count = 0;
	return ({ part }: Hit) => {
		const number = count++;
		if (process === 0 && number === death) return { lands: deathLands, answer: 'dead' };
		if (isAway && part === 'mail') return away[number % away.length];
		const fault = faults[number * 2 + process];
		if (fault === undefined) return undefined;
		return part === 'store'
			? storeFaults[fault % storeFaults.length]
			: mailFaults[fault % mailFaults.length];
	};
}
