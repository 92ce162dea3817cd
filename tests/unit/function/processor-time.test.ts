import { expect, test } from '@playwright/test';
import { contact } from '#src/forms/contact.ts';
import { question, trap, ways } from '#src/forms/question.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

/** A request may take so many times the processor time of an ordinary submission. */
const most = 10;
const formType = 'application/x-www-form-urlencoded';

/** The worst texts known for what a form goes through: parsing, tidying, counting, matching and escaping. */
const parts = {
	dots: '.',
	spaces: ' ',
	'line breaks': '\r\n',
	letters: 'a',
	'letters of both cases': 'aA',
	quotes: '"',
	'angle brackets': '<',
	'percent signs': '%',
	escapes: '%41',
	'control characters': '\u0001',
	'combining marks out of order': '\u0301\u0323',
	'runs of marks just short enough': `e${'\u0301\u0323'.repeat(15)}`,
	'letters that grow when normalised': '\ufdfa',
	flags: '🇬🇧',
	families: '👨‍👩‍👧‍👦',
	'conjoining syllables': '\u1100\u1161\u11a8',
	'linked consonants': '\u0915\u094d',
	'halves of surrogate pairs': '%ED%A0%80',
	'links and at signs': 'http://a@',
} as const;

const bytes = 64 * 1024 - 2_000;
const long = (part: string): string => part.repeat(bytes / Buffer.byteLength(part));

/** Everything that a form may hold, hidden values and an unknown one too. */
const names = [
	...Object.keys(contact.fields),
	question.answer,
	question.token,
	ways.work,
	ways.instead.name,
	ways.other.name,
	trap.name,
	'unknown',
];

type Call = () => Promise<Request>;

const post = (path: string, body: string, headers: Record<string, string> = {}): Request =>
	new Request(new URL(path, 'https://www.example.com'), {
		method: 'POST',
		body: Buffer.from(body),
		headers: { 'content-type': formType, ...headers },
	});

class Measured extends TestApp {
	constructor() {
		super();
		this.budgets = { site: 1e9, network: 1e9 };
		this.secrets = { webhook: 'whsec_c2VjcmV0', operator: 'an operator’s secret of 32 characters' };
	}

	/** The body of a good form in which one field is replaced. */
	async body(name: string, text: string): Promise<string> {
		const { [name]: _, ...rest }: Record<string, string> = { ...typed, ...(await this.solved()) };
		return `${name}=${text}&${new URLSearchParams(rest)}`;
	}

	/** Microseconds of processor time from the request to the end of all that it set off. */
	async timed(call: Call): Promise<number> {
		const request = await call();
		const start = process.cpuUsage();
		await this.respond(request);
		await this.settle();
		const { user, system } = process.cpuUsage(start);
		return user + system;
	}

	/** The middle of several times, which a collection of garbage or a compilation does not move. */
	async usual(call: Call, times: number): Promise<number> {
		const found: number[] = [];
		for (let n = 0; n < times; n++) found.push(await this.timed(call));
		return found.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
	}
}

/** Requests that are not forms, or forms of many fields. */
function others(app: Measured): Record<string, Call> {
	const get = (path: string, headers: Record<string, string> = {}) =>
		new Request(new URL(path, 'https://www.example.com'), { headers });
	const header = 'a.'.repeat(4_000);
	return {
		'a receipt that is not ours': async () => get(`${contact.sent}?r=${long('a.')}`),
		'a question with a long query': async () => get(`${contact.challenge}?${long('&=')}`),
		'a form of many empty fields': async () => post(contact.action, long('&')),
		'a form of many fields': async () => post(contact.action, long('a=b&')),
		'a form of one field many times': async () => post(contact.action, long('name=x&')),
		'a long origin': async () =>
			post(contact.action, await app.body('name', 'Ada'), { origin: `https://${header}` }),
		'a long content type': async () =>
			post(contact.action, 'name=Ada', { 'content-type': `${formType};${long(';')}` }),
		'a long operator token': async () =>
			post('/contact/deliver', '', { authorization: `Bearer ${header}` }),
		'an event that nobody signed': async () =>
			post('/contact/mail-events', long('{"type":'), { 'svix-signature': `v1,${header}` }),
	};
}

test('no request takes ten times the processor time of an ordinary submission', async () => {
	const app = new Measured();
	const ordinary: Call = async () => post(contact.action, await app.body('name', 'Ada'));
	const calls: Record<string, Call> = others(app);
	for (const name of names) {
		for (const [what, part] of Object.entries(parts)) {
			calls[`${name} full of ${what}`] = async () =>
				post(contact.action, await app.body(name, long(part)));
		}
	}
	await app.usual(ordinary, 200);
	const one = await app.usual(ordinary, 100);
	for (const [what, call] of Object.entries(calls)) {
		let ratio = (await app.usual(call, 3)) / one;
		// A machine that was busy just then is asked again; work that grows too fast is as slow then.
		if (ratio >= most) ratio = (await app.usual(call, 15)) / (await app.usual(ordinary, 50));
		expect.soft(ratio, what).toBeLessThan(most);
	}
});
