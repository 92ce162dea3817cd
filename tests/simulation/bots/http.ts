import type { Bot, Target } from './bot.ts';
import { type Form, readForm, submission } from './form.ts';
import { fromMany, spam, varied } from './spam.ts';

type Values = Readonly<Record<string, string>>;

const patient = 5_000;
const none = () => ({ unlabelled: 0, labelled: 0 });

async function read(url: string): Promise<string> {
	return (await fetch(url)).text();
}

/** Sends a form and gives the page that comes back. */
async function send({ url }: Target, { action }: Form, values: Values): Promise<string> {
	const body = new URLSearchParams(values);
	const response = await fetch(new URL(action, url), { method: 'POST', body });
	return response.text();
}

const wantsMore = (page: string): boolean => page.includes('name="token" value="c1.');

/** Finds a sum or a word on a page, as a regular expression does. */
function answerIn(page: string): string {
	const [, word] = /this word: (\w+)/.exec(page) ?? [];
	if (word !== undefined) return word;
	const [, a, b] = /(\d+)\s*\+\s*(\d+)\s*=/.exec(page) ?? [];
	return String(Number(a) + Number(b));
}

/** Repeats something one after the other and gives how many forms it sent. */
async function repeat(times: number, one: (serial: number) => Promise<number>): Promise<number> {
	let sent = 0;
	for (let serial = 0; serial < times; serial++) sent += await one(serial);
	return sent;
}

/** A page with a sum, and the form around it: what the site answers to a form without one. */
async function askedPage(target: Target, values: Values): Promise<string> {
	const form = readForm(await read(`${target.url}/contact/`));
	return send(target, form, submission(form, values));
}

const blind: Bot = {
	name: 'blind poster',
	times: 200,
	expected: none,
	run: async (target, times) => ({
		attempts: await repeat(times, async (serial) => {
			const values = { ...varied(serial), subject: 'Hello', url: 'http://seller.example' };
			await send(target, { action: '/contact/send', controls: [] }, values);
			return 1;
		}),
	}),
};

/** Something for every control that can be filled in, those that nobody sees included. */
function everything({ controls }: Form, page: string, serial: number): Values {
	const filled: Record<string, string> = {};
	for (const { name, type, value } of controls) {
		if (name === '' || type === 'hidden' || type === 'submit') continue;
		if (type === 'radio' || type === 'checkbox') filled[name] ??= value;
		else if (/mail/.test(name)) filled[name] = varied(serial).email;
		else filled[name] = type === 'textarea' ? varied(serial).message : 'Robin Seller';
	}
	return wantsMore(page) ? { ...filled, answer: answerIn(page) } : filled;
}

const filler: Bot = {
	name: 'fills every field, reads the sum',
	times: 200,
	expected: (times) => ({ unlabelled: 0, labelled: times }),
	run: async (target, times) => ({
		attempts: await repeat(times, async (serial) => {
			let page = await read(`${target.url}/contact/`);
			let sent = 0;
			for (; sent === 0 || (wantsMore(page) && sent < 5); sent++) {
				const form = readForm(page);
				const values = submission(form, everything(form, page, serial));
				await target.wait(patient);
				page = await send(target, form, values);
			}
			return sent;
		}),
	}),
};

const replayer: Bot = {
	name: 'replays one solved token',
	times: 1000,
	expected: () => ({ unlabelled: 1, labelled: 0 }),
	async run(target, times) {
		const page = await askedPage(target, spam);
		const form = readForm(page);
		const values = submission(form, { answer: answerIn(page) });
		await target.wait(patient);
		const replay = (serial: number) =>
			send(target, form, serial % 2 === 0 ? values : { ...values, ...varied(serial) });
		await repeat(times / 2, (serial) => replay(serial).then(() => 1));
		for (let at = 0; at < times / 2; at += 50) {
			await Promise.all(Array.from({ length: 50 }, (_, serial) => replay(at + serial)));
		}
		return { attempts: times };
	},
};

const tamperer: Bot = {
	name: 'changes each byte of a token',
	times: 1,
	expected: none,
	async run(target) {
		const page = await askedPage(target, spam);
		const form = readForm(page);
		const values = submission(form, { answer: answerIn(page) });
		const { token = '' } = values;
		await target.wait(patient);
		const attempts = await repeat(token.length, async (at) => {
			const other = token[at] === 'A' ? 'B' : 'A';
			await send(target, form, {
				...values,
				token: token.slice(0, at) + other + token.slice(at + 1),
			});
			return 1;
		});
		return { attempts };
	},
};

/** Answers what a page asks, and the next, as often as it is asked. Gives how many forms that took. */
async function answerAll(target: Target, page: string, wait: number): Promise<number> {
	let asked = page;
	let sent = 0;
	for (; wantsMore(asked) && sent < 5; sent++) {
		await target.wait(wait);
		const form = readForm(asked);
		asked = await send(target, form, submission(form, { answer: answerIn(asked) }));
	}
	return sent;
}

/** Sends a form without an answer, then answers. */
async function solve(target: Target, values: Values, wait: number): Promise<number> {
	return 1 + (await answerAll(target, await askedPage(target, values), wait));
}

const solver: Bot = {
	name: 'solves sums by regular expression',
	times: 200,
	expected: (times) => ({ unlabelled: 0, labelled: times }),
	run: async (target, times) => ({
		attempts: await repeat(times, (serial) => solve(target, varied(serial), 0)),
	}),
};

const patientSolver: Bot = {
	name: 'the same, waits 5 s, new words each time',
	times: 200,
	expected: (times) => ({ unlabelled: times, labelled: 0 }),
	run: async (target, times) => ({
		attempts: await repeat(times, (serial) => solve(target, varied(serial), patient)),
	}),
};

/** Collects pages with questions first and spends them all later. */
const farm = (name: string, write: (serial: number) => Values): Omit<Bot, 'expected'> => ({
	name,
	times: 1000,
	async run(target, times) {
		const pages: string[] = [];
		await repeat(times, async (serial) => pages.push(await askedPage(target, write(serial))));
		await target.wait(3_600_000);
		const attempts = await repeat(times, (serial) =>
			answerAll(target, pages[serial] ?? '', patient),
		);
		return { attempts: times + attempts };
	},
});

/** The bots that speak HTTP and nothing else. */
export const httpBots: readonly Bot[] = [
	blind,
	filler,
	replayer,
	tamperer,
	solver,
	patientSolver,
	{
		...farm('token farm, one text', fromMany),
		expected: (times) => ({ unlabelled: 2, labelled: times - 2 }),
	},
	{
		...farm('token farm, new words each time', varied),
		expected: (times) => ({ unlabelled: times, labelled: 0 }),
	},
	{
		...farm('token farm, new words, under attack', varied),
		underAttack: true,
		expected: (times) => ({ unlabelled: 0, labelled: times }),
	},
];
