import { plain } from '#contact/responses/plain.ts';
import { type Mail, openMailDatabase } from './mail-database.ts';
import { answerApi, rememberedSince } from './mailbox-api.ts';
import { listPage, mailPage, missingPage } from './mailbox-pages.ts';
import { methodNotAllowed } from './method-not-allowed.ts';

/** The path under which the mailbox answers; the SDK's base URL is this path with `/api`. */
export const MAILBOX_PATH = '/_mailbox';

export interface Mailbox {
	fetch(request: Request): Promise<Response>;
	/** Oldest first. */
	messages(): Mail[];
	/** Removes every mail. Idempotency keys of the last 24 hours stay known. */
	empty(): void;
	/** Closes the database; nothing may be asked afterwards. */
	close(): void;
}

/**
 * A stand-in for the mail provider: takes mail at `/_mailbox/api`, shows it at `/_mailbox/` and as JSON at
 * `/_mailbox/messages.json`. Mail is kept in `file`, or in memory if none is given. `now` is in milliseconds since 1970.
 */
export function createMailbox({
	file,
	now = Date.now,
}: {
	file?: string;
	now?: () => number;
} = {}): Mailbox {
	const database = openMailDatabase(file);
	const empty = () => database.empty(rememberedSince(now()));
	return { fetch, messages: database.mails, empty, close: database.close };

	async function fetch(request: Request): Promise<Response> {
		const { pathname, origin } = new URL(request.url);
		const path = pathname.slice(MAILBOX_PATH.length);
		if (path.startsWith('/api/')) {
			return answerApi(request, path.slice('/api'.length), { database, now: now() });
		}
		if (path === '/empty' && request.method === 'POST') {
			// Any page can post a form to this machine; only the mailbox's own may empty it.
			const from = request.headers.get('origin') ?? origin;
			if (from !== origin) return plain(403, 'Only the mailbox itself may ask for this.');
			empty();
			return redirect(303, '/');
		}
		if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed();
		return show(path);
	}

	function show(path: string): Response {
		if (path === '') return redirect(308, '/');
		if (path === '/') return listPage(database.mails());
		if (path === '/messages.json') return json(database.mails());
		const [, id = '', part] = path.split('/');
		const mail = database.mail(id);
		if (mail && part === undefined) return redirect(308, `/${id}/`);
		if (mail && part === '') return mailPage(mail);
		if (mail && part === 'message.json') return json(mail);
		return missingPage();
	}
}

const redirect = (status: 303 | 308, path: string): Response =>
	new Response(null, { status, headers: { location: `${MAILBOX_PATH}${path}` } });

const json = (value: unknown): Response =>
	new Response(`${JSON.stringify(value, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
