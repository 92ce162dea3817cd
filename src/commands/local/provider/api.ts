import { createHash, randomUUID } from 'node:crypto';
import type { MailDatabase } from './mail-database.ts';
import { readPayload } from './mail-payload.ts';
import { fail } from './answer.ts';
import { answerBroadcasts } from './broadcasts.ts';
import { answerContacts } from './contacts.ts';
import type { Records } from './records.ts';
import { readAsked } from './request.ts';
import { answerProperties, answerSegments, answerTopics } from './topics.ts';

/** A key that may send mails and nothing else, as the function is given one. */
export const sendingKey = 're_local_mailbox';

/** How long the provider remembers an idempotency key, in milliseconds. */
const remembered = 24 * 60 * 60 * 1000;

/** The time at and after which keys are remembered, as `now` in milliseconds since 1970. */
export const rememberedSince = (now: number): number => now - remembered + 1;

interface Kept {
	readonly database: MailDatabase;
	readonly records: Records;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/**
 * Answers as the mail provider does, with errors as `{ statusCode, name, message }`. `path` is the part of the address
 * after the API's base.
 */
export async function answerApi(request: Request, path: string, kept: Kept): Promise<Response> {
	const [, apiKey] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
	if (!apiKey) return fail('missing_api_key', 'Missing API key in the Authorization header.');
	if (!apiKey.startsWith('re_')) return fail('invalid_api_key', 'API key is invalid.');
	if (path === '/emails') return answerEmails(request, kept);
	if (!/^\/(?:contacts|contact-properties|topics|segments|broadcasts)(?:\/|$)/.test(path)) {
		return fail('not_found', 'No such endpoint.');
	}
	if (apiKey === sendingKey) {
		return fail('restricted_api_key', 'This API key is restricted to only send emails.');
	}
	const asked = await readAsked(request, path, kept);
	if (asked.parts[0] === 'contacts') return answerContacts(asked);
	if (asked.parts[0] === 'contact-properties') return answerProperties(asked);
	if (asked.parts[0] === 'topics') return answerTopics(asked);
	if (asked.parts[0] === 'segments') return answerSegments(asked);
	return answerBroadcasts(asked, new URL(request.url).searchParams);
}

/** Takes one mail. */
async function answerEmails(request: Request, { database, now }: Kept): Promise<Response> {
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
