import { plain } from '#contact/responses/plain.ts';
import { type Mail, openMailDatabase } from '../provider/mail-database.ts';
import { answerApi, rememberedSince } from '../provider/api.ts';
import { listPage, mailPage, missingPage } from './pages.ts';
import { seedNotices } from '../provider/notice-settings.ts';
import { contactsPage, unsubscribePage } from '../provider/pages.ts';
import { type Contact, openRecords } from '../provider/records.ts';
import { sendBroadcast } from '../provider/send-broadcast.ts';
import { methodNotAllowed } from '../method-not-allowed.ts';

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
	const records = openRecords(file && `${file}.records`);
	seedNotices(records, now());
	const empty = () => database.empty(rememberedSince(now()));
	const close = () => {
		database.close();
		records.close();
	};
	return { fetch, messages: database.mails, empty, close };

	async function fetch(request: Request): Promise<Response> {
		const { pathname, origin } = new URL(request.url);
		const path = pathname.slice(MAILBOX_PATH.length);
		if (path.startsWith('/api/')) {
			return answerApi(request, path.slice('/api'.length), { database, records, now: now() });
		}
		if (path.startsWith('/unsubscribe/')) return leave(request, path);
		if (path.startsWith('/contacts/send/') && request.method === 'POST') {
			return send(request, path.slice('/contacts/send/'.length));
		}
		if (path === '/empty' && request.method === 'POST') {
			if (!isOwn(request, origin)) return refused();
			empty();
			return redirect(303, '/');
		}
		if (request.method !== 'GET' && request.method !== 'HEAD') return methodNotAllowed();
		return show(path);
	}

	/** What a person does in the provider's dashboard. */
	function send(request: Request, id: string): Response {
		const { origin } = new URL(request.url);
		if (!isOwn(request, origin)) return refused();
		const draft = records.all('broadcast').find((one) => one.id === id && one.status === 'draft');
		if (draft) {
			const unsubscribe = (contact: Contact, topic: string) =>
				`${origin}${MAILBOX_PATH}/unsubscribe/${contact.id}/${topic}`;
			sendBroadcast(draft, { records, database, now: now(), unsubscribe });
		}
		return redirect(303, '/contacts/');
	}

	/** The way out of a broadcast: a page with a button, or one click of a mail program (RFC 8058). */
	function leave(request: Request, path: string): Response {
		const [, , id, topic = ''] = path.split('/');
		const contact = records.all('contact').find((one) => one.id === id);
		if (!contact) return missingPage();
		if (request.method !== 'POST') return unsubscribePage(false);
		const topics = { ...contact.topics, [topic]: 'opt_out' as const };
		records.put(
			'contact',
			topic === 'all' ? { ...contact, unsubscribed: true } : { ...contact, topics },
		);
		return unsubscribePage(true);
	}

	function show(path: string): Response {
		if (path === '') return redirect(308, '/');
		if (path === '/') return listPage(database.mails());
		if (path === '/contacts/') return contactsPage(records);
		if (path === '/messages.json') return json(database.mails());
		const [, id = '', part] = path.split('/');
		const mail = database.mail(id);
		if (mail && part === undefined) return redirect(308, `/${id}/`);
		if (mail && part === '') return mailPage(mail);
		if (mail && part === 'message.json') return json(mail);
		return missingPage();
	}
}

/** Any page can post a form to this machine; only the mailbox's own may change it. */
const isOwn = (request: Request, origin: string): boolean =>
	(request.headers.get('origin') ?? origin) === origin;

const refused = (): Response => plain(403, 'Only the mailbox itself may ask for this.');

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
