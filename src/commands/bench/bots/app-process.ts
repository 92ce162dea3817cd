import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import { TestApp } from '#simulation/fakes.ts';
import { serveApp } from '#simulation/app-site.ts';

// Run as a process of its own, so that its CPU time is the site's and nobody else's.

/** What is asked of the process; each message is answered with a report. */
export interface Asked {
	/** Milliseconds by which the clock moves on. */
	readonly wait: number;
}

export interface Report {
	readonly url: string;
	/** Milliseconds since the process was ready. */
	readonly cpu: number;
	readonly mails: readonly { subject: string; headers: Readonly<Record<string, string>> }[];
}

const app = new TestApp();
app.attack = process.argv.includes('attack');
app.random = Math.random;
// The site's own budget would hide what the checks do; a network's is as it is shipped.
app.budgets = { site: 100_000, network: 10 };
const everything = { tries: 1e6, milliseconds: 1e9, ahead: 0, purge: 1e6 };
const { url } = await serveApp(app);
const begun = process.cpuUsage();

async function report(): Promise<Report> {
	await app.settle();
	const { user, system } = process.cpuUsage(begun);
	const mails = [...app.mailer.mails.values()];
	return {
		url,
		cpu: (user + system) / 1000,
		mails: mails.map(({ subject, headers }) => ({ subject, headers })),
	};
}

process.on('message', async ({ wait }: Asked) => {
	app.time += wait;
	await deliveryRound(app.services(), everything);
	process.send?.(await report());
});
process.send?.(await report());
// The bench was ended.
process.once('disconnect', () => process.exit());
