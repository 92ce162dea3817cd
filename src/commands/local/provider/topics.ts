import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fail } from './answer.ts';
import type { Asked } from './request.ts';

const topic = z.object({
	name: z.string().min(1).max(50),
	description: z.string().max(200).nullable().default(null),
	default_subscription: z.enum(['opt_in', 'opt_out']),
});
const segment = z.object({ name: z.string().min(1) });

const property = z.object({
	key: z.string().regex(/^\w{1,50}$/),
	type: z.enum(['string', 'number']),
	fallback_value: z.union([z.string(), z.number()]).nullable().default(null),
});

const list = (data: readonly unknown[]) => Response.json({ object: 'list', has_more: false, data });

/** Answers what begins with `/topics`, as the provider does. */
export function answerTopics({ method, parts, body, records, now }: Asked): Response {
	const [, id] = parts;
	if (id !== undefined) {
		const known = records.all('topic').find((one) => one.id === id);
		if (!known) return fail('not_found', 'Topic not found');
		if (method === 'GET') return Response.json({ object: 'topic', ...known });
		return fail('method_not_allowed', 'Only GET is allowed here.');
	}
	if (method === 'GET') return list(records.all('topic'));
	const { data, error } = topic.safeParse(body);
	if (error)
		return fail('validation_error', `Invalid \`${String(error.issues[0]?.path[0])}\` field.`);
	const made = { id: randomUUID(), created_at: new Date(now).toISOString(), ...data };
	records.put('topic', made);
	return Response.json({ object: 'topic', id: made.id }, { status: 201 });
}

/** Answers what begins with `/segments`, as the provider does. */
export function answerSegments({ method, body, records, now }: Asked): Response {
	if (method === 'GET') return list(records.all('segment'));
	const { data } = segment.safeParse(body);
	if (!data) return fail('missing_required_field', 'Missing `name` field.');
	const made = { id: randomUUID(), created_at: new Date(now).toISOString(), ...data };
	records.put('segment', made);
	return Response.json({ object: 'segment', id: made.id, name: made.name }, { status: 201 });
}

/** Answers what begins with `/contact-properties`, as the provider does. */
export function answerProperties({ method, body, records, now }: Asked): Response {
	if (method === 'GET') return list(records.all('property'));
	const { data } = property.safeParse(body);
	if (!data) return fail('validation_error', 'Invalid `key` field.');
	const made = { id: randomUUID(), created_at: new Date(now).toISOString(), ...data };
	records.put('property', made);
	return Response.json({ object: 'contact_property', id: made.id }, { status: 201 });
}
