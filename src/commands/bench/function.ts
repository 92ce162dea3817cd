import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coldStarts } from './function/cold.ts';
import { memory, throughput } from './function/running.ts';
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
		const cold = await coldStarts(await ship(directory), starts);
		console.log(lines([...cold, ...(await throughput(rounds)), ...(await memory(calls))]));
	} finally {
		await rm(directory, { recursive: true });
	}
}
