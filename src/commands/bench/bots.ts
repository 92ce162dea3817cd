import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Bot, sorted } from '#simulation/bots/bot.ts';
import { browserBots } from '#simulation/bots/browser.ts';
import { httpBots } from '#simulation/bots/http.ts';
import type { Asked, Report } from './bots/app-process.ts';
import { printWork } from './bots/work.ts';

const entry = new URL('./bots/app-process.ts', import.meta.url);

async function tell(child: ChildProcess, wait: number): Promise<Report> {
	const answered = once(child, 'message');
	child.send({ wait } satisfies Asked);
	const [report] = await answered;
	return report;
}

const hour = 3_600_000;

const cpuOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

const perMail = (cpu: number, mails: number): string =>
	mails === 0 ? 'none' : (cpu / 1000 / mails).toFixed(4);

/** One bot against a site in a process of its own: a row of the table. */
async function row(bot: Bot) {
	const child = fork(entry, bot.underAttack ? ['attack'] : []);
	const [{ url }] = await once(child, 'message');
	const wait = async (milliseconds: number) => {
		await tell(child, milliseconds);
	};
	const before = process.cpuUsage();
	const { attempts, cpu = 0 } = await bot.run({ url, wait }, bot.times);
	const spent = cpuOf(process.cpuUsage(before)) + cpu;
	// What is over a network's budget goes out in the next hour.
	const report = await tell(child, hour);
	child.kill();
	const { unlabelled, labelled } = sorted(report.mails);
	const mails = unlabelled + labelled;
	return {
		bot: bot.name,
		attempts,
		unlabelled,
		labelled,
		'its CPU s a mail': perMail(spent, mails),
		'our CPU s a mail': perMail(report.cpu, mails),
		'our CPU ms a form': (report.cpu / attempts).toFixed(2),
	};
}

/** Lets every bot of the gallery loose on the site and prints what reached staff and what it cost; then the price of the work. */
export async function run(): Promise<void> {
	console.log(
		'Each bot has one network, with its budget as shipped; the budget of the site is lifted.',
	);
	const rows = [];
	for (const bot of [...httpBots, ...browserBots]) rows.push(await row(bot));
	console.table(rows);
	await printWork();
}
