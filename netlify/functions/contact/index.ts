import type { Config, Context } from '@netlify/functions';
import built from 'virtual:built';
import { answer } from './answer.ts';
import { openDesk } from './desk.ts';

export default {
	fetch: (request: Request, context: Context): Promise<Response> =>
		answer(request, {
			built,
			desk: () => openDesk(process.env, { context, policy: built.policy }),
			log: (entry) => console.log(JSON.stringify(entry)),
		}),
	// Read by the platform without running it: literals only, and a list for `aggregateBy`.
	config: {
		path: ['/contact/challenge', '/contact/send', '/contact/sent'],
		rateLimit: { windowLimit: 100, windowSize: 60, aggregateBy: ['ip', 'domain'] },
	} satisfies Config,
};
