import type { RouteHandler } from './request-context.ts';
import { signedByProvider, takeEvent } from '../delivery/events/mail-events.ts';
import { refusalPage } from '../responses/pages.ts';
import { plain } from '../responses/plain.ts';
import { readBytes } from '../shared/read-bytes.ts';

/** Bytes; an event tells of one mail, without its words. */
const largest = 64 * 1024;

/** The provider tells how a mail went. Without the secret this address is not there. */
export const run: RouteHandler = async (request, { buildData, services }) => {
	const open = await services();
	const secret = open.secrets.webhook;
	if (secret === undefined)
		return { response: refusalPage(buildData, 'missing'), outcome: 'missing' };
	const bytes = await readBytes(request, largest);
	if (!bytes) return { response: plain(413, 'too large'), outcome: 'large' };
	const body = bytes.toString('utf8');
	if (!(await signedByProvider(request, body, secret))) {
		return { response: plain(401, 'not signed'), outcome: 'unsigned' };
	}
	const told = await takeEvent(open, JSON.parse(body));
	return { response: plain(told === 'early' ? 503 : 200, told), outcome: `event ${told}` };
};
