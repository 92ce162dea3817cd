import type { RouteHandler } from './request-context.ts';
import { signedByProvider, takeEvent } from '../delivery/mail-events.ts';
import { refusalPage } from '../responses/pages.ts';
import { plain } from '../responses/plain.ts';

/** The provider tells how a mail went. Without the secret this address is not there. */
export const run: RouteHandler = async (request, { buildData, services }) => {
	const open = await services();
	const secret = open.secrets.webhook;
	if (secret === undefined)
		return { response: refusalPage(buildData, 'missing'), outcome: 'missing' };
	const body = await request.text();
	if (!(await signedByProvider(request, body, secret))) {
		return { response: plain(401, 'not signed'), outcome: 'unsigned' };
	}
	const told = await takeEvent(open, JSON.parse(body));
	return { response: plain(told === 'early' ? 503 : 200, told), outcome: `event ${told}` };
};
