import { createHmac } from 'node:crypto';
import { pathToFileURL } from 'node:url';
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

/** The last of what is kept outside; enough for everything that is under way at once. */
const room = 5_000;

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
const question: Call = () => built.fetch(challengeRequest(), around);
const receipt: Call = () => built.fetch(submission(solvedForm()), around);

/** Calls so often, one after the other, and waits for what was left for later. Gives the calls a second. */
async function rate(call: Call, count: number, status: number): Promise<number> {
	const start = performance.now();
	for (let n = 0; n < count; n++) {
		const response = await call();
		if (response.status !== status) throw new Error(`A call was answered ${response.status}`);
		await response.arrayBuffer();
		if (later.length > 50) await Promise.all(later.splice(0));
	}
	await Promise.all(later.splice(0));
	return (count * 1000) / (performance.now() - start);
}

/** Rounds of a bare handler and of a question, in turn, and of a submission. Calls a second. */
async function rates(rounds: number): Promise<object> {
	const found: Record<'bare' | 'question' | 'receipt', number[]> = {
		bare: [],
		question: [],
		receipt: [],
	};
	for (let round = 0; round < rounds; round++) {
		found.bare.push(await rate(bare, 2000, 200));
		found.question.push(await rate(question, 2000, 200));
		found.receipt.push(await rate(receipt, 300, 303));
	}
	return found;
}

/** The bytes in use after so many calls and after ten times as many: half questions, half submissions. */
async function memory(calls: number): Promise<object> {
	const both = async (count: number) => {
		await rate(question, count / 2, 200);
		await rate(receipt, count / 2, 303);
		globalThis.gc?.();
		return process.memoryUsage().heapUsed;
	};
	return { before: await both(calls / 10), after: await both(calls - calls / 10) };
}

print(JSON.stringify(await (what === 'memory' ? memory : rates)(Number(times))));
