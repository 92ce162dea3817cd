import { crash } from '#simulation/delivery/crash.ts';
import { type Checked, checkLong, checkShort } from '#simulation/delivery/model.ts';

const histories = { short: 10_000, long: 3_000 };
const kills = 100;

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

/**
 * Plays random histories of posts, rounds, faults and deaths, then kills the built site under load; says what was lost
 * and what came twice. Needs `npm run build` before it.
 */
export async function run(): Promise<void> {
	await play('histories of half a day', checkShort(histories.short));
	await play('histories of days', checkLong(histories.long));
	const [crashed, seconds] = await timed(crash(kills));
	console.log(`${kills} kills with SIGKILL under load, ${seconds} s:`);
	console.table({ messages: crashed });
	if (crashed.lost > 0 || crashed.doubled > 0) process.exitCode = 1;
}
