import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
	contentSecurityPolicy,
	securityHeaders,
} from '../../../../netlify/functions/contact/headers.ts';
import { deployContext, outsideInMemory } from './outside.ts';
import { challengeRequest, solvedForm, submission } from './world.ts';

interface Around {
	readonly ip: string;
	readonly deploy: { readonly context: string };
	readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Built {
	readonly default: { fetch(request: Request, around: Around): Promise<Response> };
}
type Call = () => Promise<Response>;
type Rates = Record<'bare' | 'dressed' | 'question' | 'receipt', number[]>;

const headers = securityHeaders(contentSecurityPolicy(['sha256-of-the-style-sheet']));

/** The last of what is kept outside; enough for everything that is under way at once. */
const room = 5_000;
/** Longer than any request of the function may take, in milliseconds. */
const limits = 11_000;

globalThis.fetch = outsideInMemory(room);
const print = console.log;
console.log = () => {};

const [entry = '', what = '', times = ''] = process.argv.slice(2);
const { default: built }: Built = await import(pathToFileURL(entry).href);
const later: Promise<unknown>[] = [];
const around: Around = {
	ip: '203.0.113.7',
	deploy: { context: deployContext },
	waitUntil: (work) => void later.push(work),
};

const bare: Call = async () => {
	const { url } = challengeRequest();
	return Response.json({ mac: createHmac('sha256', 'key').update(url).digest('base64url') });
};
/** The same with the headers of a question, to tell what they cost. */
const dressed: Call = async () => {
	const { url } = challengeRequest();
	const mac = createHmac('sha256', 'key').update(url).digest('base64url');
	return Response.json({ mac }, { headers });
};
const question: Call = () => built.fetch(challengeRequest(), around);
const receipt: Call = () => built.fetch(submission(solvedForm()), around);

/** Calls so often, one after the other, and waits for what was left for later. Gives the calls a second of one core. */
async function rate(call: Call, count: number, status: number): Promise<number> {
	const start = process.threadCpuUsage();
	for (let n = 0; n < count; n++) {
		const response = await call();
		if (response.status !== status) throw new Error(`A call was answered ${response.status}`);
		await response.arrayBuffer();
		if (later.length > 50) await Promise.all(later.splice(0));
	}
	await Promise.all(later.splice(0));
	const { user, system } = process.threadCpuUsage(start);
	return (count * 1_000_000) / (user + system);
}

/** Rounds of a bare handler, of one with our headers, of a question and of a submission, in turn. Calls a second. */
async function rates(rounds: number): Promise<Rates> {
	const found: Rates = { bare: [], dressed: [], question: [], receipt: [] };
	for (let round = 0; round < rounds; round++) {
		found.bare.push(await rate(bare, 4000, 200));
		found.dressed.push(await rate(dressed, 4000, 200));
		found.question.push(await rate(question, 4000, 200));
		found.receipt.push(await rate(receipt, 400, 303));
	}
	return found;
}

/** The bytes in use after a quarter of so many calls and after all: half questions, half submissions. */
async function memory(calls: number): Promise<object> {
	const both = async (count: number) => {
		await rate(question, count / 2, 200);
		await rate(receipt, count / 2, 303);
		// Until the time limits of their requests are over, these are held by their timers.
		await setTimeout(limits);
		globalThis.gc?.();
		return process.memoryUsage().heapUsed;
	};
	return { before: await both(calls / 4), after: await both(calls - calls / 4) };
}

print(JSON.stringify(await (what === 'memory' ? memory : rates)(Number(times))));
