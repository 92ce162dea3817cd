import { isOperatorToken } from '../delivery/operator-token.ts';
import { loggedRound } from '../delivery/rounds/logged-round.ts';
import { refusalPage } from '../responses/pages.ts';
import { plain } from '../responses/plain.ts';
import { minute, second } from '../shared/durations.ts';
import { bearerToken } from './bearer-token.ts';
import type { RouteHandler } from './request-context.ts';

/** Well inside the platform's 60 seconds for a request. */
const limits = { tries: 50, milliseconds: 50 * second, ahead: 5 * minute, purge: 1_000 } as const;

/** Makes a delivery round for a caller with an operator's token. Without the secret this address does not exist. */
export const run: RouteHandler = async (request, context) => {
	const { buildData } = context;
	const services = await context.services();
	const secret = services.secrets.operator;
	if (secret === undefined) {
		return { response: refusalPage(buildData, 'missing'), outcome: 'missing' };
	}
	if (!isOperatorToken(secret, bearerToken(request), services.now())) {
		return { response: plain(401, 'A good operator token is needed'), outcome: 'not operator' };
	}
	const counts = await loggedRound(services, limits);
	return { response: plain(200, JSON.stringify(counts)), outcome: 'drained' };
};
