import { drain } from '../../../../netlify/functions/contact/drain.ts';
import { Office } from '../../../../tests/fakes.ts';
import { serveOffice } from '../../../../tests/office-site.ts';

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

const office = new Office();
office.attack = process.argv.includes('attack');
office.random = Math.random;
// The site's own budget would hide what the checks do; a network's is as it is shipped.
office.budgets = { site: 100_000, network: 10 };
const everything = { reads: 1e6, tries: 1e6 };
const { url } = await serveOffice(office);
const begun = process.cpuUsage();

async function report(): Promise<Report> {
	await office.settle();
	const { user, system } = process.cpuUsage(begun);
	const mails = [...office.mailer.mails.values()];
	return {
		url,
		cpu: (user + system) / 1000,
		mails: mails.map(({ subject, headers }) => ({ subject, headers })),
	};
}

process.on('message', async ({ wait }: Asked) => {
	office.time += wait;
	await drain(office.desk(), everything);
	process.send?.(await report());
});
process.send?.(await report());
// The bench was ended.
process.once('disconnect', () => process.exit());
