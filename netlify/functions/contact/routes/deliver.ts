import type { Route } from '../around.ts';
import { drain } from '../drain.ts';
import { isOperator } from '../operator.ts';
import { refusalPage } from '../pages.ts';
import { plain } from '../respond.ts';
import { purgeSlots } from '../tidy.ts';

/** A round of deliveries for whoever has an operator's token. Without the secret this address is not there. */
export const run: Route = async (request, { built, desk }) => {
	const open = await desk();
	const secret = open.secrets.operator;
	if (secret === undefined) return { response: refusalPage(built, 'missing'), outcome: 'missing' };
	const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
	if (!isOperator(secret, token, open.now())) {
		return { response: plain(401, 'A good operator token is needed'), outcome: 'not operator' };
	}
	const drained = await drain(open, { reads: 2000, tries: 20 });
	const purged = drained.purged + (await purgeSlots(open));
	return { response: plain(200, JSON.stringify({ ...drained, purged })), outcome: 'drained' };
};
