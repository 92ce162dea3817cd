import type { Config, Context, DeploySucceededEvent } from '@netlify/functions';
import built from 'virtual:built';
import { answer } from './answer.ts';
import { openDesk } from './desk.ts';

export default {
	fetch: (request: Request, context: Context): Promise<Response> =>
		answer(request, {
			built,
			address: context.ip,
			desk: () => openDesk(process.env, { context, policy: built.policy }),
			log: (entry) => console.log(JSON.stringify(entry)),
		}),
	/** After every deploy, delivers what is due and tidies up. */
	async deploySucceeded({ deploy }: DeploySucceededEvent): Promise<void> {
		const { drain } = await import('./drain.ts');
		const { purgeSlots } = await import('./tidy.ts');
		const later: Promise<unknown>[] = [];
		const context = { deploy, waitUntil: (work: Promise<unknown>) => void later.push(work) };
		const desk = openDesk(process.env, { context, policy: built.policy });
		const drained = await drain(desk, { reads: 2000, tries: 50 });
		await purgeSlots(desk);
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
