import { readHealth } from '../delivery/rounds/health.ts';
import { isOperatorToken } from '../delivery/operator-token.ts';
import { plain } from '../responses/plain.ts';
import { minute } from '../shared/durations.ts';
import { ExplainedError } from '../shared/explained-error.ts';
import { bearerToken } from './bearer-token.ts';
import type { Answer, RouteHandler, Services } from './request-context.ts';

interface Known {
	readonly well: boolean;
	/** Milliseconds since 1970. */
	readonly until: number;
}

/** What strangers are told is looked up once a minute, so that asking often costs nothing. */
const known = new WeakMap<Services['store'], Known>();

const answer = (well: boolean): Answer => ({
	response: plain(well ? 200 : 503, well ? 'well' : 'not well'),
	outcome: well ? 'well' : 'not well',
});

async function forStrangers({ store, now }: Services): Promise<Answer> {
	const told = known.get(store);
	if (told && now() < told.until) return answer(told.well);
	const { problems } = await readHealth(store, now());
	const well = problems.length === 0;
	known.set(store, { well, until: now() + minute });
	return { ...answer(well), ...(!well && { detail: problems.join('; ') }) };
}

async function forOperators({ store, now }: Services): Promise<Answer> {
	const health = await readHealth(store, now());
	const well = health.problems.length === 0;
	const response = plain(well ? 200 : 503, JSON.stringify(health));
	return { response, outcome: well ? 'well' : 'not well' };
}

/** Whether enquiries leave as they should: yes or no for any monitor, how many wait and for how long for an operator. */
export const run: RouteHandler = async (request, context) => {
	try {
		const services = await context.services();
		const secret = services.secrets.operator;
		const isOperator =
			secret !== undefined && isOperatorToken(secret, bearerToken(request), services.now());
		return await (isOperator ? forOperators(services) : forStrangers(services));
	} catch (error) {
		const isExplained = error instanceof ExplainedError;
		const detail = isExplained ? error.message : 'the store did not answer';
		return { ...answer(false), detail };
	}
};
