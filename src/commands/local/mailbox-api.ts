import { createHash, randomUUID } from 'node:crypto';
import type { ErrorResponse } from 'resend';
import type { MailDatabase } from './mail-database.ts';
import { readPayload } from './mail-payload.ts';

/** The provider's names for what can go wrong here, with the status of each. */
const statuses = {
	missing_api_key: 401,
	invalid_api_key: 403,
	invalid_idempotency_key: 400,
	validation_error: 422,
	missing_required_field: 422,
	invalid_idempotent_request: 409,
	not_found: 404,
	method_not_allowed: 405,
} as const satisfies Partial<Record<ErrorResponse['name'], number>>;

/** How long the provider remembers an idempotency key, in milliseconds. */
const remembered = 24 * 60 * 60 * 1000;

/** The time at and after which keys are remembered, as `now` in milliseconds since 1970. */
export const rememberedSince = (now: number): number => now - remembered + 1;

/**
 * Answers `POST /emails` as the mail provider does, with errors as `{ statusCode, name, message }`. `path` is the part
 * of the address after the API's base.
 */
export async function answerApi(
	request: Request,
	path: string,
	{ database, now }: { database: MailDatabase; now: number },
): Promise<Response> {
	const [, apiKey] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
	if (!apiKey) return fail('missing_api_key', 'Missing API key in the Authorization header.');
	if (!apiKey.startsWith('re_')) return fail('invalid_api_key', 'API key is invalid.');
	if (path !== '/emails') return fail('not_found', 'No such endpoint.');
	if (request.method !== 'POST') return fail('method_not_allowed', 'Only POST is allowed here.');

	const key = request.headers.get('idempotency-key');
	if (key !== null && (key.length < 1 || key.length > 256)) {
		return fail('invalid_idempotency_key', 'The idempotency key must be 1 to 256 characters.');
	}
	const body = await request.text();
	const read = readPayload(body);
	if ('refusal' in read) return fail(read.refusal.name, read.refusal.message);
	const fingerprint = createHash('sha256').update(body).digest('base64url');
	const earlier = key === null ? undefined : database.accepted(key, rememberedSince(now));
	if (earlier && earlier.fingerprint !== fingerprint) {
		return fail('invalid_idempotent_request', 'This key was used with another payload.');
	}
	if (earlier) return Response.json({ id: earlier.id });
	const id = randomUUID();
	const at = new Date(now).toISOString();
	database.add({ id, at, ...read.payload, idempotencyKey: key }, fingerprint);
	return Response.json({ id });
}

function fail(name: keyof typeof statuses, message: string): Response {
	const statusCode = statuses[name];
	return Response.json({ statusCode, name, message }, { status: statusCode });
}
