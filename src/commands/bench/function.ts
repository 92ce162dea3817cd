import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../build.ts';
import { coldStarts } from './function/cold.ts';
import { ship } from './function/ship.ts';
import { lines } from './function/verdicts.ts';

const rounds = 15;

/** Measures the built function: its cold starts, its throughput and its memory. Prints a table with targets. */
export async function run(): Promise<void> {
	const directory = await mkdtemp(join(tmpdir(), 'bench-'));
	try {
		const cold = await coldStarts(await ship(directory), rounds);
		console.log(lines(cold));
	} finally {
		await rm(directory, { recursive: true });
	}
}
