import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toolchain } from './install/toolchain.ts';
import { attempt, steps } from './install/trial.ts';

const nodes = ['~20.19.0', '~20.20.0', '~22.12.0', '^24.0.0', 'latest'];
const npms = ['~10.8.0', '~10.9.0', '^11.0.0'];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * Takes the README's two commands in fresh clones of the last commit, in a folder with blanks in its name, with each of
 * these Nodes and npms. Prints one row for each and ends with exit code 1 if anything failed. For Linux and macOS; takes
 * half an hour and a gigabyte.
 */
export async function run(): Promise<void> {
	const root = await mkdtemp(join(tmpdir(), 'install of '));
	console.log(row(['Node', 'npm', ...Object.keys(steps), 'seconds']));
	console.log(row(Array(3 + Object.keys(steps).length).fill('---')));
	for (const pair of nodes.flatMap((node) => npms.map((npm) => ({ node, npm })))) {
		const { node, npm, environment } = await toolchain(root, pair);
		const cwd = join(root, `clone with ${node} ${npm}`);
		execFileSync('git', ['clone', '--quiet', '.', cwd]);
		const started = performance.now();
		const results = await attempt({ cwd, env: environment });
		const seconds = Math.round((performance.now() - started) / 1000);
		console.log(row([node, npm, ...results, String(seconds)]));
		if (results.some((result) => result !== 'ok')) process.exitCode = 1;
		await rm(cwd, { recursive: true });
	}
	await rm(root, { recursive: true });
}
