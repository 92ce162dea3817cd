import { type Mail, openMailLog } from './mail-log.ts';
import { createMailboxApi, isRemembered } from './mailbox-api.ts';
import { htmlPart } from './mailbox-frame.ts';
import { listPage, mailPage, missingPage } from './mailbox-pages.ts';

/** The path under which the mailbox answers; the SDK's base URL is this path with `/api`. */
export const MAILBOX_PATH = '/_mailbox';

export interface Mailbox {
	fetch(request: Request): Promise<Response>;
	/** Oldest first. */
	messages(): Mail[];
	/** Removes every mail. Idempotency keys of the last 24 hours stay known. */
	empty(): Promise<void>;
}

/**
 * A stand-in for the mail provider: takes mail at `/_mailbox/api`, shows it at `/_mailbox/` and as
 * JSON at `/_mailbox/messages.json`. Mail is kept in `file`, or in memory if none is given. `now`
 * is in milliseconds since 1970.
 */
export function createMailbox({
	file,
	now = Date.now,
}: {
	file?: string;
	now?: () => number;
} = {}): Mailbox {
	const log = openMailLog(file);
	const api = createMailboxApi(log, now);
	return { fetch, messages: log.mails, empty };

	function empty(): Promise<void> {
		return log.empty((receipt) => isRemembered(receipt, now()));
	}

	async function fetch(request: Request): Promise<Response> {
		const { pathname } = new URL(request.url);
		const path = pathname.slice(MAILBOX_PATH.length);
		if (path.startsWith('/api/')) return api(request, path.slice('/api'.length));
		if (path === '/messages.json' && request.method === 'DELETE') {
			await empty();
			return new Response(null, { status: 204 });
		}
		if (path === '/empty' && request.method === 'POST') return emptyByButton(request);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
		}
		return show(path);
	}

	/** Any page can post a form to this machine; only the mailbox's own may empty it. */
	async function emptyByButton(request: Request): Promise<Response> {
		const origin = request.headers.get('origin');
		if (origin !== null && origin !== new URL(request.url).origin) {
			return new Response('Only the mailbox itself may be asked from.\n', { status: 403 });
		}
		await empty();
		return redirect(303, `${MAILBOX_PATH}/`);
	}

	function show(path: string): Response {
		if (path === '') return redirect(308, `${MAILBOX_PATH}/`);
		if (path === '/') return listPage(log.mails());
		if (path === '/messages.json') return json(log.mails());
		const [, id = '', part] = path.split('/');
		const mail = log.mail(id);
		if (!mail) return missingPage();
		return showPart(mail, part);
	}
}

function showPart(mail: Mail, part: string | undefined): Response {
	switch (part) {
		case undefined:
			return redirect(308, `${MAILBOX_PATH}/${mail.id}/`);
		case '':
			return mailPage(mail);
		case 'html':
			return htmlPart(mail.html ?? '');
		case 'message.json':
			return json(mail);
		default:
			return missingPage();
	}
}

function redirect(status: 303 | 308, location: string): Response {
	return new Response(null, { status, headers: { location } });
}

function json(value: unknown): Response {
	return new Response(`${JSON.stringify(value, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
}
