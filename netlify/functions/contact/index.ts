import type { Config, Context } from '@netlify/functions';
import buildData from 'virtual:build-data';
import type * as Deferred from './deferred.ts';
import { openIssuer } from './issuer.ts';
import type { Services } from './routes/request-context.ts';
import { route } from './routes/router.ts';
import { throttle } from './shared/throttle.ts';

const sweepIsDue = throttle();

/** A local run names no deploy context. */
const deployContextOf = ({ deploy }: Pick<Context, 'deploy'>): string => deploy.context || 'dev';

/** Resolves once the response has been handed to the platform. */
const responseIsOut = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The second file of the build is imported by its URL, because the platform would merge what is imported by name into
 * this one. The query by which a local run loads this file afresh is passed on, so that the second is loaded afresh too.
 */
const deferredUrl = new URL('./parts/deferred.mjs', import.meta.url);
deferredUrl.search = new URL(import.meta.url).search;
const loadDeferred = (): Promise<typeof Deferred> => import(deferredUrl.href);

const log = (line: object): void => console.log(JSON.stringify(line));

/** Logs what failed after a response, without anything that a visitor sent. */
function logFailure(error: unknown): void {
	const detail = error instanceof Error ? error.name : 'thrown';
	log({ outcome: 'failed after response', detail });
}

export default {
	fetch(request: Request, platform: Context): Promise<Response> {
		const deployContext = deployContextOf(platform);
		const afterResponse: Services['afterResponse'] = (work) =>
			platform.waitUntil(responseIsOut().then(work).catch(logFailure));
		return route(request, {
			buildData,
			loadDeferred,
			address: platform.ip,
			issuer: () => openIssuer({ variables: process.env, deployContext, loadDeferred }),
			async services() {
				const { openServices } = await loadDeferred();
				const options = { deployContext, policy: buildData.policy, afterResponse, log };
				return openServices(process.env, options);
			},
			sweepIsDue: () => sweepIsDue(Date.now()),
			afterResponse,
			log,
		});
	},
	// Read by the platform without running it: literals only, and a list for `aggregateBy`.
	config: {
		path: [
			'/contact/challenge',
			'/contact/send',
			'/contact/sent',
			'/your-data/challenge',
			'/your-data/send',
			'/your-data/sent',
			'/contact/mail-events',
			'/contact/deliver',
			'/contact/health',
			'/contact/reports',
		],
		rateLimit: { windowLimit: 100, windowSize: 60, aggregateBy: ['ip', 'domain'] },
	} satisfies Config,
};
