import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contact } from '#src/forms/contact.ts';
import type { Shipped } from './ship.ts';
import { type Figure, inPairs, median, ratio } from './verdicts.ts';
import { solvedForm, variables } from './world.ts';

const run = promisify(execFile);
const lambda = fileURLToPath(new URL('./lambda.ts', import.meta.url));

/** One cold start: from import to answer, on the clock and on the processor, in milliseconds. */
interface Start {
	readonly time: number;
	readonly cpu: number;
}

interface Contestant {
	readonly entry: string;
	readonly path: string;
	readonly body: () => string;
	readonly status: number;
	/** What the function logs; nothing of an empty one. */
	readonly outcome?: string;
	readonly starts: Start[];
}

/** Starts one process, and adds what it measured. */
async function start({ entry, path, body, status, outcome, starts }: Contestant): Promise<void> {
	const env = { ...process.env, ...variables };
	const { stdout } = await run(process.execPath, [lambda, entry, path, body()], { env });
	const told: Start & { status: number; outcome?: string } = JSON.parse(stdout);
	if (told.status !== status || told.outcome !== outcome) {
		throw new Error(
			`${path} answered ${told.status} (${told.outcome}), not ${status} (${outcome})`,
		);
	}
	starts.push(told);
}

const none = () => '';
const measured = ({ starts }: Contestant, of: keyof Start): number[] =>
	starts.map((one) => one[of]);

/** The ratio of two contestants on the clock, held to a bound, and on the processor, which other programs disturb less. */
function compare(what: string, pair: readonly [Contestant, Contestant], most: number): Figure[] {
	const [one, floor] = pair;
	const compared = (of: keyof Start) => inPairs(measured(one, of), measured(floor, of));
	const cpu = compared('cpu');
	return [
		ratio(what, compared('time'), { most }),
		{ what: `${what}, processor time`, measured: `${cpu.toFixed(2)} ×` },
	];
}

/** Cold starts of the shipped function against those of an empty one, in turn and in turning order. */
export async function coldStarts({ ours, empty }: Shipped, rounds: number): Promise<Figure[]> {
	const { challenge, action } = contact;
	const nothing = { entry: empty, path: '/empty', body: none, status: 200, starts: [] };
	const question = {
		entry: ours,
		path: challenge,
		body: none,
		status: 200,
		outcome: 'challenge',
		starts: [],
	};
	const receipt = {
		entry: ours,
		path: action,
		body: solvedForm,
		status: 303,
		outcome: 'stored',
		starts: [],
	};
	const order: Contestant[] = [nothing, question, receipt];
	for (let round = 0; round < rounds; round++) {
		for (const contestant of order) await start(contestant);
		order.push(...order.splice(0, 1));
	}
	const floor = `${median(measured(nothing, 'time')).toFixed(1)} ms`;
	return [
		{ what: 'Cold start of an empty function', measured: floor },
		...compare('Cold start to a question', [question, nothing], 1.15),
		...compare('Cold start to a receipt', [receipt, nothing], 1.3),
	];
}
