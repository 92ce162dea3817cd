import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fail } from './answer.ts';
import type { Asked } from './request.ts';
import type { Contact, Records } from './records.ts';

const topics = z.array(z.object({ id: z.string(), subscription: z.enum(['opt_in', 'opt_out']) }));
const facts = {
	first_name: z.string().nullable().optional(),
	last_name: z.string().nullable().optional(),
	unsubscribed: z.boolean().optional(),
	properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
};
const created = z.object({
	...facts,
	email: z.email(),
	segments: z.array(z.object({ id: z.string() })).default([]),
	topics: topics.default([]),
});

type Facts = z.infer<z.ZodObject<typeof facts>>;

const told = (
	{ properties: before, ...rest }: Contact,
	{ first_name, last_name, unsubscribed, properties = {} }: Facts,
): Contact => ({
	...rest,
	first_name: first_name ?? rest.first_name,
	last_name: last_name ?? rest.last_name,
	unsubscribed: unsubscribed ?? rest.unsubscribed,
	properties: Object.fromEntries(
		Object.entries({ ...before, ...properties }).flatMap(([name, value]) =>
			value === null ? [] : [[name, value]],
		),
	),
});

const byName = (given: z.infer<typeof topics>) =>
	Object.fromEntries(given.map(({ id, subscription }) => [id, subscription]));

/** Whether every topic and segment that is named is there. */
const areKnown = (records: Records, kind: 'topic' | 'segment', ids: readonly string[]): boolean =>
	ids.every((id) => records.all(kind).some((one) => one.id === id));

const invalid = (what: string) => fail('validation_error', `Invalid \`${what}\` field.`);

/** A property that was not made first, if one is named. */
const strange = (records: Records, { properties = {} }: Facts): string | undefined => {
	const known = records.all('property').map(({ key }) => key);
	return Object.keys(properties).find((key) => !known.includes(key));
};

function create({ body, records, now }: Asked): Response {
	const { data, error } = created.safeParse(body);
	if (error) return invalid(String(error.issues[0]?.path[0] ?? 'email'));
	const { email, segments, topics, ...rest } = data;
	const taken = records.all('contact').some((one) => one.email === email.toLowerCase());
	if (taken) return fail('validation_error', 'Contact already exists.');
	if (strange(records, rest)) return invalid('properties');
	const ids = segments.map(({ id }) => id);
	if (!areKnown(records, 'segment', ids)) return fail('not_found', 'Segment not found');
	if (!areKnown(records, 'topic', Object.keys(byName(topics)))) {
		return fail('not_found', 'Topic not found');
	}
	const contact: Contact = {
		id: randomUUID(),
		email: email.toLowerCase(),
		created_at: new Date(now).toISOString(),
		first_name: null,
		last_name: null,
		unsubscribed: false,
		properties: {},
		segments: ids,
		topics: byName(topics),
	};
	records.put('contact', told(contact, rest));
	return Response.json({ object: 'contact', id: contact.id }, { status: 201 });
}

const shown = ({ segments: _, topics: __, properties, ...rest }: Contact) => ({
	object: 'contact',
	...rest,
	properties: Object.fromEntries(
		Object.entries(properties).map(([name, value]) => [name, { type: typeof value, value }]),
	),
});

function topicsOf({ method, body, records }: Asked, contact: Contact): Response {
	if (method === 'GET') {
		const data = records.all('topic').map(({ id, name, description, default_subscription }) => ({
			id,
			name,
			description,
			subscription: contact.topics[id] ?? default_subscription,
		}));
		return Response.json({ object: 'list', has_more: false, data });
	}
	if (method !== 'PATCH') return fail('method_not_allowed', 'Only GET and PATCH are allowed here.');
	const { data } = topics.safeParse(body);
	if (!data) return invalid('topics');
	const given = byName(data);
	if (!areKnown(records, 'topic', Object.keys(given))) return fail('not_found', 'Topic not found');
	records.put('contact', { ...contact, topics: { ...contact.topics, ...given } });
	return Response.json({ id: contact.id });
}

function addSegment({ method, records }: Asked, contact: Contact, id: string): Response {
	if (method !== 'POST') return fail('method_not_allowed', 'Only POST is allowed here.');
	if (!areKnown(records, 'segment', [id])) return fail('not_found', 'Segment not found');
	records.put('contact', { ...contact, segments: [...new Set([...contact.segments, id])] });
	return Response.json({ id });
}

function one({ method, body, records }: Asked, contact: Contact): Response {
	if (method === 'GET') return Response.json(shown(contact));
	if (method === 'DELETE') {
		records.remove('contact', contact.id);
		return Response.json({ object: 'contact', contact: contact.id, deleted: true });
	}
	if (method !== 'PATCH') return fail('method_not_allowed', 'This method is not allowed here.');
	const { data } = z.object(facts).safeParse(body);
	if (!data || strange(records, data)) return invalid('properties');
	records.put('contact', told(contact, data));
	return Response.json({ object: 'contact', id: contact.id });
}

/** Answers what begins with `/contacts`, as the provider does. */
export function answerContacts(asked: Asked): Response {
	const { method, parts, records } = asked;
	const [, who, what, id = ''] = parts;
	if (who === undefined) {
		if (method === 'POST') return create(asked);
		const data = records.all('contact').map(shown);
		return Response.json({ object: 'list', has_more: false, data });
	}
	const known = records
		.all('contact')
		.find((contact) => contact.id === who || contact.email === who.toLowerCase());
	if (!known) return fail('not_found', 'Contact not found');
	if (what === undefined) return one(asked, known);
	if (what === 'topics') return topicsOf(asked, known);
	if (what === 'segments' && id !== '') return addSegment(asked, known, id);
	return fail('not_found', 'No such endpoint.');
}
