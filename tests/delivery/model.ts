import * as fc from 'fast-check';
import { ask } from '../../netlify/functions/contact/challenge.ts';
import { type Delivered, type Open, transitions } from '../../netlify/functions/contact/enquiry.ts';
import { solve, typed } from '../fakes.ts';
import { cut, type Fault, type Hit, mailError, type Plan, silence, status } from './faults.ts';
import { Process } from './instance.ts';
import { connect, OpenLine, type Turn } from './line.ts';
import { release } from './release.ts';
import { World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const forms = 3;
const texts = 2;

/**
 * What somebody does: sends one of the texts on one of the forms, begins a round, or has everything sent again that the
 * provider refused; in one of two processes.
 */
interface Action {
	readonly process: 0 | 1;
	readonly form: number;
	readonly text: number | 'round' | 'release';
}

/** What goes on at the same time, what goes wrong with it, and how long nothing happens afterwards. */
interface Scene {
	readonly actions: readonly Action[];
	/** For each request of each process in turn, the number of a fault. */
	readonly faults: readonly (number | undefined)[];
	/** The first process dies at this one of its requests. */
	readonly death: number | undefined;
	readonly deathLands: boolean;
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
];

const someFault = fc.option(fc.nat(11), { freq: 2, nil: undefined });

const scene = (longest: number): fc.Arbitrary<Scene> =>
	fc.record({
		actions: fc.array(
			fc.record({
				process: fc.constantFrom<0 | 1>(0, 1),
				form: fc.nat(forms - 1),
				text: fc.oneof(fc.nat(texts - 1), fc.constantFrom('round' as const, 'release' as const)),
			}),
			{ minLength: 1, maxLength: 5 },
		),
		faults: fc.array(someFault, { maxLength: 25 }),
		death: fc.option(fc.nat(20), { freq: 2, nil: undefined }),
		deathLands: fc.boolean(),
		deploys: fc.boolean(),
		minutes: fc.nat(longest),
	});

/** A whole history: scenes, the hour's budget, and who goes first at each step. */
const histories = (longest: number) =>
	fc.record({
		scenes: fc.array(scene(longest), { minLength: 1, maxLength: 6 }),
		budget: fc.constantFrom(3, 60),
		turns: fc.scheduler(),
	});

type History = typeof histories extends (...args: never) => fc.Arbitrary<infer Value>
	? Value
	: never;

const textOf = (form: number, text: number): string => `text ${text} on form ${form}.`;

class Telling {
	readonly world = new World();
	/** What was posted, and whether anybody was told that it is sent. */
	readonly told = new Map<string, boolean>();
	readonly #history: History;
	readonly #tokens: readonly { token: string; answer: string }[];
	#policy = 0;

	constructor(history: History) {
		this.#history = history;
		const { issuer } = this.#process(new OpenLine(this.world, () => undefined, this.#turn)).desk();
		this.#tokens = Array.from({ length: forms }, () => {
			const { token, shown } = ask(issuer);
			return { token, answer: String(solve(shown)) };
		});
		this.world.time += 10_000;
	}

	readonly #turn: Turn = () => this.#history.turns.schedule(Promise.resolve());

	#process(line: OpenLine): Process {
		const process = new Process(this.world, line);
		process.budgets = { site: this.#history.budget, network: 60 };
		process.policy = `2026-11-${23 + this.#policy}`;
		return process;
	}

	async #act(process: Process, { form, text }: Action): Promise<void> {
		if (text === 'round') await process.drain().catch(() => undefined);
		else if (text === 'release') {
			await release(process.desk(), ['refused']).catch(() => undefined);
		} else await this.#send(process, form, text);
	}

	async #send(process: Process, form: number, text: number): Promise<void> {
		const message = textOf(form, text);
		this.told.set(message, this.told.get(message) ?? false);
		const fields = { ...typed, 'copy-to-me': 'yes', message, ...this.#tokens[form] };
		const request = new Request('https://www.example.com/contact/send', {
			method: 'POST',
			body: new URLSearchParams(fields),
		});
		const response = await process.answer(request);
		if (response.status === 303) this.told.set(message, true);
		await process.settle();
	}

	async play(scene: Scene): Promise<void> {
		if (scene.deploys) this.#policy++;
		const lines = [0, 1].map(
			(number) => new OpenLine(this.world, planOf(scene, number), this.#turn),
		);
		const processes = lines.map((line) => this.#process(line));
		const work = scene.actions.map((action) => {
			const [line, process] = [lines[action.process], processes[action.process]];
			return line && process && Promise.race([this.#act(process, action), line.death]);
		});
		await this.#history.turns.waitFor(Promise.all(work));
		for (const line of lines) line.close();
		this.world.time += scene.minutes * minute;
	}

	/** The faults are over, somebody looks after what waits for a person, and rounds go on for some hours. */
	async recover(hours: number): Promise<void> {
		for (let round = 0; round < hours; round++) {
			const line = new OpenLine(
				this.world,
				() => undefined,
				() => Promise.resolve(),
			);
			const process = this.#process(line);
			await release(process.desk(), ['refused']);
			await process.drain();
			line.close();
			this.world.time += hour;
		}
	}
}

function planOf({ faults, death, deathLands }: Scene, process: number): Plan {
	let count = 0;
	return ({ part }: Hit) => {
		const number = count++;
		if (process === 0 && number === death) return { lands: deathLands, answer: 'dead' };
		const fault = faults[number * 2 + process];
		if (fault === undefined) return undefined;
		return part === 'store' ? storeFaults[fault % storeFaults.length] : mailFaults[fault];
	};
}

/** Messages that came twice or that nobody wrote, and more copies than one to an address and day. */
function excess({ world, told }: Telling): string[] {
	const known = [...told.keys()];
	const twice = known.filter((message) => world.enquiriesWith(message).length > 1);
	const staff = world.mails().filter(({ headers }) => headers['X-Enquiry-Reference']);
	const strange = staff.filter(({ text }) => !known.some((message) => text?.includes(message)));
	const copies = world.mails().filter(({ subject }) => subject.startsWith('Your reference'));
	const days = new Set(copies.map(({ at, to }) => `${at.slice(0, 10)} ${to.join()}`));
	return [
		...twice.map((message) => `"${message}" arrived more than once`),
		...strange.map(({ subject }) => `nobody wrote "${subject}"`),
		...(copies.length > days.size ? ['more copies than one to an address on one day'] : []),
	];
}

interface Kept {
	readonly key: string;
	readonly record: Open | Delivered;
	/** Whether its mail is in the mailbox. */
	readonly arrived: boolean;
}

async function keptIn(world: World): Promise<Kept[]> {
	const keys = world.mails().map(({ idempotencyKey }) => idempotencyKey ?? '');
	return [...(await world.records())].flatMap(([key, record]) => {
		if (record.state === 'spent') return [];
		const name = `contact-${record.reference}-${record.fingerprint.slice(0, 16)}-`;
		return [{ key, record, arrived: keys.some((one) => one.startsWith(name)) }];
	});
}

/** What was told to be sent and is nowhere: neither in the mailbox nor kept for a later try. */
async function lost({ world, told }: Telling): Promise<string[]> {
	const kept = await keptIn(world);
	const open = kept.flatMap(({ record }) => ('message' in record ? [record.message.values] : []));
	const missing = [...told].filter(
		([message, sent]) =>
			sent &&
			world.enquiriesWith(message).length === 0 &&
			!open.some((values) => values.message === message),
	);
	const gone = kept.filter(({ record, arrived }) => record.state === 'delivered' && !arrived);
	return [
		...missing.map(([message]) => `"${message}" was said to be sent and is nowhere`),
		...gone.map(({ key }) => `${key} counts as delivered and never arrived`),
	];
}

/** What is still on its way after everything had time to arrive; what a person must look at has arrived already. */
async function stuck({ world }: Telling): Promise<string[]> {
	return (await keptIn(world)).flatMap(({ key, record, arrived }) => {
		const waits = 'delivery' in record && record.delivery.held === 'unknown' && arrived;
		return record.state === 'delivered' || waits ? [] : [`${key} is stuck as ${record.state}`];
	});
}

/** Steps that the table of the enquiry does not have, such as out of being delivered. */
const trespasses = ({ world }: Telling): string[] =>
	world.steps
		.filter(([from, to]) => transitions[from][to] === undefined)
		.map(([from, to]) => `a record went from ${from} to ${to}`);

async function play(history: History, { isShort }: { isShort: boolean }): Promise<void> {
	const telling = new Telling(history);
	for (const scene of history.scenes) await telling.play(scene);
	await telling.recover(isShort ? 10 : 30);
	const found = [...excess(telling), ...(await lost(telling)), ...trespasses(telling)];
	if (isShort) found.push(...(await stuck(telling)));
	telling.world.close();
	if (found.length > 0) throw new Error(found.join('\n'));
}

const short = fc.asyncProperty(histories(110), (history) => play(history, { isShort: true }));
const long = fc.asyncProperty(histories(600), (history) => play(history, { isShort: false }));

/** What came of many histories. */
export interface Checked {
	readonly seed: number;
	readonly runs: number;
	/** The shortest history that breaks the rule, and what is wrong with it. */
	readonly failure: string | undefined;
}

async function check(histories: typeof short, numRuns: number): Promise<Checked> {
	const disconnect = connect();
	const details = await fc.check(histories, { numRuns });
	disconnect();
	const report = fc.defaultReportMessage(details) ?? '';
	const failure = details.failed ? `${report}\n${details.errorInstance}` : undefined;
	return { seed: details.seed, runs: details.numRuns, failure };
}

/** Histories of half a day: each message that was taken arrives once, and nothing waits in the end. */
export const checkShort = (runs: number): Promise<Checked> => check(short, runs);

/** Histories of days, past what the provider remembers: nothing arrives twice, and nothing is lost from sight. */
export const checkLong = (runs: number): Promise<Checked> => check(long, runs);
