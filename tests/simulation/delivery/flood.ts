import { operatorToken } from '#contact/delivery/operator-token.ts';
import { readForm, submission } from '../bots/form.ts';
import { solve, TestApp, typed } from '../fakes.ts';
import { OrderedStore } from './ordered-store.ts';

const minute = 60_000;
const hour = 60 * minute;
const operator = 'what the rounds of the simulation are signed with';

/** What comes to the site, and from whom. */
export interface Arrivals {
	readonly name: string;
	/** Sent by the flood's network before the first hour. */
	readonly queued: number;
	/** Sent by the flood's network in each hour after that, evenly. */
	readonly flood: number;
	/** A different address for each message of the flood. */
	readonly source: (count: number) => string;
	/** Sent by people in each hour, evenly, each from a network of their own. */
	readonly honest: number;
	readonly hours: number;
}

/** What became of the messages of people: minutes from the answer to the mail. */
export interface FloodResult {
	readonly arrivals: string;
	readonly honest: number;
	readonly p50: number;
	readonly p99: number;
	readonly longest: number;
	readonly never: number;
	/** Mails of the flood that arrived without a label. */
	readonly 'unlabelled flood': number;
	readonly 'store requests, most in a round': number;
}

class Flood {
	readonly app = new TestApp();
	readonly store = new OrderedStore();
	readonly sent = new Map<string, number>();
	readonly arrived = new Map<string, number>();
	most = 0;
	#count = 0;
	#seen = 0;

	constructor() {
		Object.assign(this.app, { store: this.store });
		this.app.budgets = { site: 60, network: 10 };
		this.app.secrets = { operator };
		// The same numbers in each run.
		let random = 1;
		this.app.random = () => {
			random = (random * 48271) % 2147483647;
			return random / 2147483647;
		};
	}

	/** Sends a message and answers whatever else is asked. */
	async send(who: 'person' | 'flood', address: string): Promise<void> {
		const { app } = this;
		app.address = address;
		const message = `${who} ${this.#count++} asks something.`;
		const { token, shown } = await (await app.request('/contact/challenge')).json();
		const issued = app.time;
		app.time += 10_000;
		let fields: Record<string, string> = { ...typed, message, token, answer: String(solve(shown)) };
		for (let page = 0; page < 3; page++) {
			const response = await app.post(fields);
			if (response.status === 303) this.sent.set(message, issued);
			if (response.status === 303) break;
			const body = await response.text();
			const [, word] = /this word: ([a-z]+)/.exec(body) ?? [];
			fields = submission(readForm(body), { answer: word ?? String(solve(body)) });
			app.time += 10_000;
		}
		app.time = issued;
		this.look();
	}

	/** Notes what has arrived since it last looked. */
	look(): void {
		const { app } = this;
		const mails = [...app.mailer.mails.values()].slice(this.#seen);
		this.#seen += mails.length;
		for (const { text, subject } of mails) {
			const [message] = /(?:person|flood) \d+ asks something\./.exec(text) ?? [];
			if (message && !this.arrived.has(message)) this.arrived.set(message, app.time);
			if (message?.startsWith('flood') && !subject.startsWith('[')) this.unlabelled++;
		}
	}
	unlabelled = 0;

	/** A round, as a workflow asks for. */
	async round(): Promise<void> {
		const { app, store } = this;
		const before = store.requests;
		const authorization = `Bearer ${operatorToken(operator, app.time)}`;
		await app.request('/contact/deliver', { method: 'POST', headers: { authorization } });
		this.most = Math.max(this.most, store.requests - before);
		this.look();
	}
}

/** When each message of an hour is sent, in milliseconds. */
const times = (count: number, start: number): number[] =>
	Array.from({ length: count }, (_, n) => start + (n * hour) / count);

const at = (sorted: readonly number[], part: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Plays a flood over hours of virtual time: the provider takes everything, rounds come every five minutes and behind answers. */
export async function flood(arrivals: Arrivals): Promise<FloodResult> {
	const site = new Flood();
	const { app } = site;
	let [attackers, people] = [0, 0];
	for (let n = 0; n < arrivals.queued; n++) {
		await site.send('flood', arrivals.source(attackers++));
		if (n % 100 === 0) app.time += 1000;
	}
	for (let passed = 0; passed < arrivals.hours; passed++) {
		const start = app.time;
		const events = [
			...times(arrivals.flood, start).map((time) => ({ time, what: 'flood' as const })),
			...times(arrivals.honest, start + 7 * minute).map((time) => ({
				time,
				what: 'person' as const,
			})),
			...times(12, start + minute).map((time) => ({ time, what: 'round' as const })),
		].sort((a, b) => a.time - b.time);
		for (const { time, what } of events) {
			app.time = Math.max(app.time, time);
			if (what === 'round') await site.round();
			else if (what === 'flood') await site.send('flood', arrivals.source(attackers++));
			else await site.send('person', `10.${people >> 8}.${people++ & 255}.1`);
		}
		app.time = start + hour;
	}
	return result(arrivals, site);
}

function result({ name }: Arrivals, { sent, arrived, unlabelled, most }: Flood): FloodResult {
	const people = [...sent].filter(([message]) => message.startsWith('person'));
	const waits = people
		.flatMap(([message, time]) => {
			const came = arrived.get(message);
			return came === undefined ? [] : [(came - time) / minute];
		})
		.sort((a, b) => a - b);
	return {
		arrivals: name,
		honest: people.length,
		p50: Math.round(at(waits, 0.5) * 10) / 10,
		p99: Math.round(at(waits, 0.99) * 10) / 10,
		longest: Math.round((waits.at(-1) ?? 0) * 10) / 10,
		never: people.length - waits.length,
		'unlabelled flood': unlabelled,
		'store requests, most in a round': most,
	};
}
