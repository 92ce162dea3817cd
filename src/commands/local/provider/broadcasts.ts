import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fail } from './answer.ts';
import type { Asked } from './request.ts';
import type { Broadcast } from './records.ts';

const given = z.object({
	name: z.string().default('Untitled'),
	segment_id: z.string(),
	topic_id: z.string().nullable().default(null),
	from: z.string().min(1),
	subject: z.string().min(1),
	reply_to: z
		.union([z.string().transform((one) => [one]), z.array(z.string())])
		.nullable()
		.default(null),
	preview_text: z.string().nullable().default(null),
	html: z.string().nullable().default(null),
	text: z.string().nullable().default(null),
	/** Only drafts can be made here: a person sends them. */
	send: z.literal(false).optional(),
});

function create({ body, records, now }: Asked): Response {
	const { data, error } = given.safeParse(body);
	if (error)
		return fail('validation_error', `Invalid \`${String(error.issues[0]?.path[0])}\` field.`);
	const { send: _, ...rest } = data;
	if (!rest.html && !rest.text) {
		return fail('missing_required_field', 'Missing `html` or `text` field.');
	}
	if (!records.all('segment').some(({ id }) => id === rest.segment_id)) {
		return fail('not_found', 'Segment not found');
	}
	if (rest.topic_id !== null && !records.all('topic').some(({ id }) => id === rest.topic_id)) {
		return fail('not_found', 'Topic not found');
	}
	const made: Broadcast = {
		id: randomUUID(),
		status: 'draft',
		created_at: new Date(now).toISOString(),
		scheduled_at: null,
		sent_at: null,
		...rest,
	};
	records.put('broadcast', made);
	return Response.json({ id: made.id }, { status: 201 });
}

/** The fields that a list of broadcasts has of each. */
const listed = ({
	id,
	name,
	segment_id,
	status,
	created_at,
	scheduled_at,
	sent_at,
}: Broadcast) => ({
	id,
	name,
	segment_id,
	audience_id: segment_id,
	status,
	created_at,
	scheduled_at,
	sent_at,
});

/** A page of broadcasts, newest first. */
function list(all: readonly Broadcast[], query: URLSearchParams): Response {
	const limit = Number(query.get('limit') ?? 20);
	const newest = all.toReversed();
	const start = newest.findIndex(({ id }) => id === query.get('after')) + 1;
	const data = newest.slice(start, start + limit).map(listed);
	return Response.json({ object: 'list', has_more: start + limit < newest.length, data });
}

/** Answers what begins with `/broadcasts`, as the provider does; sending is left to the mailbox's own page. */
export function answerBroadcasts(asked: Asked, query: URLSearchParams): Response {
	const { method, parts, records } = asked;
	const [, id] = parts;
	const all = records.all('broadcast');
	if (id === undefined) return method === 'GET' ? list(all, query) : create(asked);
	const known = all.find((one) => one.id === id);
	if (!known) return fail('not_found', 'Broadcast not found');
	if (method !== 'GET' || parts.length > 2) {
		return fail('method_not_allowed', 'Only GET is allowed here.');
	}
	return Response.json({ object: 'broadcast', ...known, audience_id: known.segment_id });
}
