import { createHash, randomUUID } from 'node:crypto';
import type { ErrorResponse } from 'resend';
import type { Mail, MailLog, Receipt } from './mail-log.ts';
import { type Payload, readPayload } from './mail-payload.ts';

/** The provider's names for what can go wrong here, with the status each is sent with. */
const STATUS = {
	missing_api_key: 401,
	invalid_api_key: 403,
	invalid_idempotency_key: 400,
	validation_error: 422,
	missing_required_field: 422,
	invalid_idempotent_request: 409,
	concurrent_idempotent_requests: 409,
	not_found: 404,
	method_not_allowed: 405,
} as const satisfies Partial<Record<ErrorResponse['name'], number>>;

/** How long the provider remembers an idempotency key, in milliseconds. */
const REMEMBERED = 24 * 60 * 60 * 1000;

/**
 * Whether the provider still knows the key of this mail at the time `now`, in milliseconds since
 * 1970.
 */
export function isRemembered(receipt: Receipt, now: number): boolean {
	return receipt.idempotencyKey !== null && now - Date.parse(receipt.at) < REMEMBERED;
}

/**
 * A counterpart of the mail provider's HTTP API for one mail at a time: `POST /emails` and `GET
 * /emails/:id`. Errors are answered as `{ statusCode, name, message }`. `path` is the part of the
 * address after the API's base.
 */
export function createMailboxApi(log: MailLog, now: () => number) {
	const underWay = new Set<string>();

	return async (request: Request, path: string): Promise<Response> => {
		const refused = checkKey(request);
		if (refused) return refused;
		const [collection, id, ...rest] = path.split('/').filter(Boolean);
		if (collection !== 'emails' || rest.length > 0) return fail('not_found', 'No such endpoint.');
		if (id === undefined && request.method === 'POST') return send(request);
		if (id !== undefined && request.method === 'GET') return show(log.mail(id));
		return fail('method_not_allowed', 'Method is not allowed for the requested path.');
	};

	async function send(request: Request): Promise<Response> {
		const key = request.headers.get('idempotency-key');
		if (key !== null && (key.length < 1 || key.length > 256)) {
			return fail('invalid_idempotency_key', 'The idempotency key must be 1 to 256 characters.');
		}
		const body = await request.text();
		const read = readPayload(body);
		if ('refusal' in read) return fail(read.refusal.name, read.refusal.message);
		const fingerprint = createHash('sha256').update(body).digest('base64url');
		return once(key, fingerprint, () => accept(read.payload, key, fingerprint));
	}

	async function once(
		key: string | null,
		fingerprint: string,
		accept: () => Promise<string>,
	): Promise<Response> {
		if (key === null) return Response.json({ id: await accept() });
		if (underWay.has(key)) {
			return fail('concurrent_idempotent_requests', 'A request with this key is under way.');
		}
		const earlier = log.receipt(key);
		if (earlier && isRemembered(earlier, now())) {
			if (earlier.fingerprint === fingerprint) return Response.json({ id: earlier.id });
			return fail('invalid_idempotent_request', 'This key was used with another payload.');
		}
		underWay.add(key);
		try {
			return Response.json({ id: await accept() });
		} finally {
			underWay.delete(key);
		}
	}

	async function accept(payload: Payload, idempotencyKey: string | null, fingerprint: string) {
		const id = randomUUID();
		const at = new Date(now()).toISOString();
		const mail = asMail(payload, { id, at, idempotencyKey });
		await log.append({ id, at, idempotencyKey, fingerprint }, mail);
		return id;
	}
}

function asMail(payload: Payload, own: Pick<Mail, 'id' | 'at' | 'idempotencyKey'>): Mail {
	const { from, to, reply_to, subject, text, html, headers, cc, bcc, tags } = payload;
	return {
		id: own.id,
		at: own.at,
		from,
		to,
		replyTo: reply_to ?? [],
		subject,
		text: text ?? null,
		html: html ?? null,
		headers: headers ?? {},
		idempotencyKey: own.idempotencyKey,
		...(cc && { cc }),
		...(bcc && { bcc }),
		...(tags && { tags }),
	};
}

function show(mail: Mail | undefined): Response {
	if (!mail) return fail('not_found', 'Email not found.');
	const { id, at, from, to, replyTo, subject, text, html, cc = [], bcc = [], tags = [] } = mail;
	return Response.json({
		object: 'email',
		id,
		created_at: at,
		from,
		to,
		cc,
		bcc,
		reply_to: replyTo,
		subject,
		text,
		html,
		tags,
		last_event: 'delivered',
	});
}

function checkKey(request: Request): Response | undefined {
	const [, key] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
	if (!key) return fail('missing_api_key', 'Missing API key in the Authorization header.');
	if (!key.startsWith('re_')) return fail('invalid_api_key', 'API key is invalid.');
	return undefined;
}

function fail(name: keyof typeof STATUS, message: string): Response {
	const statusCode = STATUS[name];
	return Response.json({ statusCode, name, message }, { status: statusCode });
}
