import { setTimeout } from 'node:timers/promises';
import { run, start } from './command.ts';

interface Clone {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
}

/** The steps of a trial in their order; each says what went wrong, or nothing. */
type Step = (clone: Clone) => Promise<string | undefined>;

/** How long a server that was told to end may take. Milliseconds. */
const timeout = 10_000;

const lastLine = (said: string): string => said.trim().split('\n').at(-1)?.trim() ?? '';

const succeeds =
	(...command: [string, ...string[]]): Step =>
	async (clone) => {
		const { code, said } = await run(command, clone);
		return code === 0 ? undefined : `ended with ${code}: ${lastLine(said)}`;
	};

/** The status of an answer that arrives whole; 0 for none. */
async function statusOf(url: string): Promise<number> {
	try {
		const response = await fetch(url);
		await response.arrayBuffer();
		return response.status;
	} catch {
		return 0;
	}
}

/** Starts the site, asks it for a page and for a question, and tells npm, and npm alone, to end. */
const serves: Step = async (clone) => {
	const env = { ...clone.env, PORT: '0' };
	const command = start(['npm', 'start'], { ...clone, env });
	try {
		const [, url] = (await command.until(/The site +(http:\S+\/)/)) ?? [];
		if (url === undefined) return `did not start: ${lastLine(command.said())}`;
		const answers = [await statusOf(url), await statusOf(`${url}contact/challenge`)];
		if (answers.some((status) => status !== 200)) return `answered ${answers.join(' and ')}`;
		command.process.kill('SIGTERM');
		const end = await Promise.race([command.ended, setTimeout(timeout, 'nothing')]);
		if (end === 'nothing' || (await statusOf(url)) !== 0) return 'went on after SIGTERM to npm';
		return undefined;
	} finally {
		command.kill();
	}
};

const preflight = 'node src/commands/preflight.mjs';

export const steps: Readonly<Record<string, Step>> = {
	'`npm ci`': succeeds('npm', 'ci', '--no-audit', '--no-fund'),
	'`npm start` serves, and ends with npm': serves,
	'`npm test` has its tools': succeeds(
		'npm',
		'exec',
		'-c',
		`npm run build && ${preflight} astro --version && ${preflight} biome --version && ${preflight} prettier --version && ` +
			`${preflight} playwright test -c tests --project=unit tests/architecture.test.ts`,
	),
};

/** Takes the steps in turn up to the first that fails. Gives `ok`, what went wrong, or nothing for each. */
export async function attempt(clone: Clone): Promise<readonly string[]> {
	const results: string[] = [];
	for (const step of Object.values(steps)) {
		const problem = results.every((result) => result === 'ok') ? await step(clone) : '';
		results.push(problem ?? 'ok');
	}
	return results;
}
