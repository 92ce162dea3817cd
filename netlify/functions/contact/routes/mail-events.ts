import type { Route } from '../around.ts';
import { signedByProvider, takeEvent } from '../mail-events.ts';
import { refusalPage } from '../pages.ts';
import { plain } from '../respond.ts';

/** The provider tells how a mail went. Without the secret this address is not there. */
export const run: Route = async (request, { built, desk }) => {
	const open = await desk();
	const secret = open.secrets.webhook;
	if (secret === undefined) return { response: refusalPage(built, 'missing'), outcome: 'missing' };
	const body = await request.text();
	if (!(await signedByProvider(request, body, secret))) {
		return { response: plain(401, 'not signed'), outcome: 'unsigned' };
	}
	const told = await takeEvent(open, JSON.parse(body));
	return { response: plain(told === 'early' ? 503 : 200, told), outcome: `event ${told}` };
};
