import type { Config, Context, DeploySucceededEvent } from '@netlify/functions';
import built from 'virtual:built';
import { answer } from './answer.ts';
import type * as BackOffice from './back-office.ts';
import { openIssuer } from './issuer.ts';
import { pacer } from './pacer.ts';
import type { Desk } from './post.ts';

const { policy } = built;
const isDue = pacer();
/** A local run names no context. */
const contextOf = ({ deploy }: Pick<Context, 'deploy'>): string => deploy.context || 'dev';

/** What is left for later begins behind the answer. */
const answered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The second file of the build, found by its address: what is imported by name the platform would merge into this one.
 * The query by which a local run loads this file afresh does the same for that one.
 */
const address = new URL('./parts/back-office.mjs', import.meta.url);
address.search = new URL(import.meta.url).search;
const backOffice = (): Promise<typeof BackOffice> => import(address.href);

async function desk(context: string, later: Desk['later']): Promise<Desk> {
	const { openDesk } = await backOffice();
	return openDesk(process.env, { context, policy, later });
}

/** What went wrong behind an answer, without anything that a visitor sent. */
function note(error: unknown): void {
	const detail = error instanceof Error ? error.name : 'thrown';
	console.log(JSON.stringify({ outcome: 'broken behind an answer', detail }));
}

export default {
	fetch(request: Request, platform: Context): Promise<Response> {
		const context = contextOf(platform);
		const later: Desk['later'] = (work) => platform.waitUntil(answered().then(work).catch(note));
		return answer(request, {
			built,
			backOffice,
			address: platform.ip,
			issuer: () => openIssuer({ variables: process.env, context, backOffice }),
			desk: () => desk(context, later),
			sweepIsDue: () => isDue(Date.now()),
			later,
			log: (entry) => console.log(JSON.stringify(entry)),
		});
	},
	/** After every deploy, delivers what is due and tidies up. */
	async deploySucceeded({ deploy }: DeploySucceededEvent): Promise<void> {
		const { drain, purgeSlots } = await backOffice();
		// A round leaves nothing for later.
		const post = await desk(deploy.context, () => {});
		const drained = await drain(post, { reads: 2000, tries: 50 });
		await purgeSlots(post);
		console.log(JSON.stringify({ outcome: 'drained after deploy', ...drained }));
	},
	// Read by the platform without running it: literals only, and a list for `aggregateBy`.
	config: {
		path: [
			'/contact/challenge',
			'/contact/send',
			'/contact/sent',
			'/contact/mail-events',
			'/contact/deliver',
		],
		rateLimit: { windowLimit: 100, windowSize: 60, aggregateBy: ['ip', 'domain'] },
	} satisfies Config,
};
