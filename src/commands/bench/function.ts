import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coldStarts } from './function/cold.ts';
import { memory, questions, submissions } from './function/running.ts';
import { ship } from './function/ship.ts';
import { lines } from './function/verdicts.ts';

const starts = 31;
const rounds = 31;
const calls = 100_000;

/** Builds the function and measures its cold starts, its throughput and its memory. Prints a table with targets. */
export async function run(): Promise<void> {
	await import('../build.ts');
	const directory = await mkdtemp(join(tmpdir(), 'bench-'));
	try {
		const shown = calls.toLocaleString('en-GB');
		console.log(`Starting it cold ${starts} times, beside an empty function…`);
		const cold = await coldStarts(await ship(directory), starts);
		console.log('Counting what it answers in a second…');
		const running = [...(await questions(rounds)), await submissions(calls / 10)];
		console.log(`Watching its memory over ${shown} calls, half a minute or so…`);
		console.log(lines([...cold, ...running, ...(await memory(calls))]));
	} finally {
		await rm(directory, { recursive: true });
	}
}
