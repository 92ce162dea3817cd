import { crash } from '#simulation/delivery/crash.ts';
import { type Arrivals, flood } from '#simulation/delivery/flood.ts';
import { growth } from '#simulation/delivery/growth.ts';
import { type Checked, checkLong, checkShort } from '#simulation/delivery/model.ts';
import { memory } from './delivery/memory.ts';

const histories = { short: 10_000, long: 3_000 };
const kills = 100;
const submissions = 100_000;
const tombstones = [1_000, 10_000, 100_000];

/** An address of one /24, and of one /16. */
const narrow = (count: number): string => `203.0.113.${count % 250}`;
const wide = (count: number): string => `203.0.${count % 250}.${count % 200}`;

const quiet = { queued: 0, flood: 0, source: narrow, honest: 4, hours: 48 };
const floods: readonly Arrivals[] = [
	{ ...quiet, name: 'no flood' },
	{ ...quiet, name: '500 queued by one /24, then 600 an hour', queued: 500, flood: 600 },
	{ ...quiet, name: '10,000 queued by one /24', queued: 10_000 },
	{ ...quiet, name: '10,000 queued by one /24, then 600 an hour', queued: 10_000, flood: 600 },
	{
		...quiet,
		name: '10,000 queued by one /16, then 600 an hour',
		queued: 10_000,
		flood: 600,
		source: wide,
	},
];

/** Minutes that an unlabelled enquiry may take while the provider is up. */
const promise = 5;

async function timed<Result>(work: Promise<Result>): Promise<[Result, seconds: number]> {
	const started = performance.now();
	const result = await work;
	return [result, Math.round((performance.now() - started) / 1000)];
}

async function play(what: string, checking: Promise<Checked>): Promise<void> {
	const [{ runs, seed, failure }, seconds] = await timed(checking);
	console.log(
		`${runs.toLocaleString('en-GB')} ${what}, seed ${seed}, ${seconds} s: ${failure ?? 'each message once'}`,
	);
	if (failure !== undefined) process.exitCode = 1;
}

async function floodTable(): Promise<void> {
	console.log(
		'Minutes from the answer to the mail, of people among a flood, over two days of virtual time:',
	);
	const rows = [];
	for (const arrivals of floods) {
		const [row, seconds] = await timed(flood(arrivals));
		console.log(`  ${arrivals.name}: played in ${seconds} s`);
		rows.push(row);
	}
	console.table(rows);
	if (rows.some(({ never, longest }) => never > 0 || longest > promise)) process.exitCode = 1;
}

async function growthTable(): Promise<void> {
	console.log('What a round costs, and how many it takes to the one enquiry that is due:');
	const rows = [];
	for (const count of tombstones) rows.push(await growth(count));
	console.table(rows);
	if (rows.some(({ rounds }) => rounds > 1)) process.exitCode = 1;
}

async function memoryTable(): Promise<void> {
	const [{ flat, ...measured }, seconds] = await timed(memory(submissions));
	console.log(`${submissions.toLocaleString('en-GB')} submissions over HTTP, ${seconds} s:`);
	console.table({ 'resident MB': measured });
	if (!flat) process.exitCode = 1;
}

/**
 * Plays floods and growth in virtual time, then random histories of posts, rounds, events, faults and deaths; kills the
 * built site under load; and measures its memory. Says what was late, lost or came twice. Needs `npm run build` before it.
 */
export async function run(): Promise<void> {
	await floodTable();
	await growthTable();
	await play('histories of half a day', checkShort(histories.short));
	await play('histories of days', checkLong(histories.long));
	const [crashed, seconds] = await timed(crash(kills));
	console.log(`${kills} kills with SIGKILL under load, ${seconds} s:`);
	console.table({ messages: crashed });
	if (crashed.lost > 0 || crashed.doubled > 0) process.exitCode = 1;
	await memoryTable();
}
