import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contact } from '#src/forms/contact.ts';
import type { Shipped } from './ship.ts';
import { type Figure, median, ratio } from './verdicts.ts';
import { solvedForm, variables } from './world.ts';

const run = promisify(execFile);
const lambda = fileURLToPath(new URL('./lambda.ts', import.meta.url));

interface Contestant {
	readonly entry: string;
	readonly path: string;
	readonly body: () => string;
	readonly status: number;
	readonly times: number[];
}

/** Starts one process, and adds its milliseconds from import to answer. */
async function start({ entry, path, body, status, times }: Contestant): Promise<void> {
	const env = { ...process.env, ...variables };
	const { stdout } = await run(process.execPath, [lambda, entry, path, body()], { env });
	const told: { time: number; status: number } = JSON.parse(stdout);
	if (told.status !== status) throw new Error(`${path} answered ${told.status}, not ${status}`);
	times.push(told.time);
}

/** Cold starts of the shipped function against those of an empty one, in turn. Each of `rounds` starts all three. */
export async function coldStarts({ ours, empty }: Shipped, rounds: number): Promise<Figure[]> {
	const none = () => '';
	const nothing = { entry: empty, path: '/empty', body: none, status: 200, times: [] };
	const challenge = { entry: ours, path: contact.challenge, body: none, status: 200, times: [] };
	const submission = {
		entry: ours,
		path: contact.action,
		body: solvedForm,
		status: 303,
		times: [],
	};
	for (let round = 0; round < rounds; round++) {
		for (const contestant of [nothing, challenge, submission]) await start(contestant);
	}
	const floor = median(nothing.times);
	const shown = (time: number) => `${time.toFixed(1)} ms`;
	return [
		{ what: 'Cold start of an empty function', measured: shown(floor) },
		ratio('Cold start to a question', median(challenge.times) / floor, { most: 1.1 }),
		ratio('Cold start to a receipt', median(submission.times) / floor, { most: 1.3 }),
	];
}
