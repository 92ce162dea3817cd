import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { contentSecurityPolicy, securityHeaders } from '#contact/responses/headers.ts';
import { deployContext, outsideInMemory } from './outside.ts';
import { challengeRequest, solvedForm, submission } from './world.ts';

interface PlatformContext {
	readonly ip: string;
	readonly deploy: { readonly context: string };
	readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Built {
	readonly default: { fetch(request: Request, context: PlatformContext): Promise<Response> };
}
type Call = () => Promise<Response>;

const headers = securityHeaders(contentSecurityPolicy(['sha256-of-the-style-sheet']));

/** The last of what is kept outside; enough for everything that is under way at once. */
const room = 5_000;
/** Rounds that are not counted, while the machine's code is still being compiled. */
const warmUp = 5;
/** Longer than any request of the function may take, in milliseconds. */
const limits = 11_000;

globalThis.fetch = outsideInMemory(room);
const print = console.log;
let logged = '';
console.log = (line: string) => {
	logged = line;
};

const [entry = '', what = '', times = ''] = process.argv.slice(2);
const { default: built }: Built = await import(pathToFileURL(entry).href);
const later: Promise<unknown>[] = [];
const context: PlatformContext = {
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
const question: Call = () => built.fetch(challengeRequest(), context);
const receipt: Call = () => built.fetch(submission(solvedForm()), context);

/** Calls so often, one after the other, and waits for what was left for later. Gives the calls a second. */
async function rate(call: Call, count: number, status: number): Promise<number> {
	const start = performance.now();
	for (let n = 0; n < count; n++) {
		const response = await call();
		if (response.status !== status) throw new Error(`A call was answered ${response.status}`);
		if (status === 303 && !logged.includes('stored')) throw new Error(`Not stored: ${logged}`);
		await response.arrayBuffer();
		if (later.length > 50) await Promise.all(later.splice(0));
	}
	await Promise.all(later.splice(0));
	return (count * 1000) / (performance.now() - start);
}

const contestants = { bare, dressed, question };
type Name = keyof typeof contestants;
/** How many calls make one round: few, so that a round sees one mood of the machine. */
const together = 2000;

/** Rounds of questions, of a bare handler and of one with our headers, in turning order, each with its calls a second. */
async function questions(rounds: number): Promise<Record<Name, number[]>> {
	const found: Record<Name, number[]> = { bare: [], dressed: [], question: [] };
	// The object's own names.
	const order = Object.keys(contestants) as Name[];
	for (let round = -warmUp; round < rounds; round++) {
		for (const name of order) {
			const measured = await rate(contestants[name], together, 200);
			if (round >= 0) found[name].push(measured);
		}
		order.push(...order.splice(0, 1));
	}
	return found;
}

/** Submissions a second of one core: by the processor time of all threads, after a tenth as many to warm up. */
async function submissions(calls: number): Promise<number> {
	await rate(receipt, calls / 10, 303);
	const start = process.cpuUsage();
	await rate(receipt, calls, 303);
	const { user, system } = process.cpuUsage(start);
	return (calls * 1_000_000) / (user + system);
}

/** The bytes in use once nothing waits to be collected: what is freed in one round frees more in the next. */
async function heap(): Promise<number> {
	for (let round = 0; round < 8; round++) {
		globalThis.gc?.();
		await setTimeout(50);
	}
	return process.memoryUsage().heapUsed;
}

/** The bytes in use after a quarter of so many calls and after all: half questions, half submissions. */
async function memory(calls: number): Promise<object> {
	const both = async (count: number) => {
		await rate(question, count / 2, 200);
		await rate(receipt, count / 2, 303);
		// Until the time limits of their requests are over, these are held by their timers.
		await setTimeout(limits);
		return heap();
	};
	return { before: await both(calls / 4), after: await both(calls - calls / 4) };
}

const measures: Readonly<Record<string, (times: number) => Promise<unknown>>> = {
	questions,
	submissions,
	memory,
};
print(JSON.stringify(await measures[what]?.(Number(times))));
