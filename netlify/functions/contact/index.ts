import type { Config, Context, DeploySucceededEvent } from '@netlify/functions';
import built from 'virtual:built';
import { answer } from './answer.ts';
import { openIssuer } from './issuer.ts';
import type { Desk } from './post.ts';
import { pacer } from './sweep.ts';

const { policy } = built;
const isDue = pacer();
/** A local run names no context. */
const contextOf = ({ deploy }: Pick<Context, 'deploy'>): string => deploy.context || 'dev';

/** What is left for later begins behind the answer. */
const answered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The desk loads with the first request that needs it. */
async function desk(context: string, later: Desk['later']): Promise<Desk> {
	const { openDesk } = await import('./desk.ts');
	return openDesk(process.env, { context, policy, later });
}

export default {
	fetch(request: Request, platform: Context): Promise<Response> {
		const context = contextOf(platform);
		const later: Desk['later'] = (work) => platform.waitUntil(answered().then(work));
		return answer(request, {
			built,
			address: platform.ip,
			issuer: () => openIssuer(process.env, context),
			desk: () => desk(context, later),
			sweepIsDue: () => isDue(Date.now()),
			later,
			log: (entry) => console.log(JSON.stringify(entry)),
		});
	},
	/** After every deploy, delivers what is due and tidies up. */
	async deploySucceeded({ deploy }: DeploySucceededEvent): Promise<void> {
		const { drain } = await import('./drain.ts');
		const { purgeSlots } = await import('./tidy.ts');
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
