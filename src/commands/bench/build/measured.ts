import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a build took: CPU seconds of all threads, and the most memory it held, in MB. */
export interface Cost {
	readonly cpu: number;
	readonly memory: number;
}

const run = promisify(execFile);

const script = `
const { build } = await import('astro');
await build({ logLevel: 'error', root: process.argv[1], outDir: process.argv[2], cacheDir: process.argv[3] });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
`;

interface Build {
	/** The project. */
	readonly root: string;
	readonly out: string;
	/** Kept from build to build. */
	readonly cache: string;
	readonly env?: Record<string, string>;
}

/** Builds a project in a process of its own. */
export async function measured({ root, out, cache, env = {} }: Build): Promise<Cost> {
	const { stdout } = await run(
		process.execPath,
		['--input-type=module', '--eval', script, root, out, cache],
		{ cwd: root, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env } },
	);
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}
