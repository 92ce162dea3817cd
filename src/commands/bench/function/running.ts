import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { functionEntry } from '../../build/bundle-function.ts';
import { type Figure, inPairs, median, ratio } from './verdicts.ts';
import { variables } from './world.ts';

const run = promisify(execFile);
const warm = fileURLToPath(new URL('./warm.ts', import.meta.url));
const store = Buffer.from(
	JSON.stringify({
		siteID: 'measured',
		token: 'measured',
		edgeURL: 'http://store.invalid',
		uncachedEdgeURL: 'http://store.invalid',
	}),
).toString('base64');

type Rates = Readonly<Record<'bare' | 'dressed' | 'question', readonly number[]>>;

/** What a fresh process measures, with the built function in it. */
async function measure<Told>(what: string, times: number): Promise<Told> {
	const env = { ...process.env, ...variables, NETLIFY_BLOBS_CONTEXT: store };
	const args = ['--expose-gc', warm, functionEntry, what, String(times)];
	const { stdout } = await run(process.execPath, args, { env });
	return JSON.parse(stdout);
}

const shown = (rate: number): string => `${Math.round(rate).toLocaleString('en-GB')}/s`;

/** How many questions the running function answers, against a handler that signs one HMAC, in turn. */
export async function questions(rounds: number): Promise<Figure[]> {
	const { bare, dressed, question } = await measure<Rates>('questions', rounds);
	return [
		{ what: 'A bare handler that signs', measured: shown(median(bare)) },
		{ what: 'One that sends our headers too', measured: shown(median(dressed)) },
		{ what: 'Questions', measured: shown(median(question)) },
		ratio('Questions against the bare handler', inPairs(question, bare), { least: 0.3 }),
	];
}

/** How many submissions one core takes in a second. */
export async function submissions(calls: number): Promise<Figure> {
	const rate = await measure<number>('submissions', calls);
	return {
		what: 'Submissions, store and mail in memory',
		measured: shown(rate),
	};
}

/** Whether memory stays as it is over so many calls. */
export async function memory(calls: number): Promise<Figure[]> {
	const { before, after } = await measure<{ before: number; after: number }>('memory', calls);
	const name = `Heap after ${calls.toLocaleString('en-GB')} calls against a quarter of them`;
	const shown = `${(after / 1e6).toFixed(1)} MB`;
	return [{ what: 'Heap in the end', measured: shown }, ratio(name, after / before, { most: 1.1 })];
}
