import * as z from 'zod/mini';

const Event = z.object({
	type: z.string(),
	data: z.object({
		tags: z.object({
			day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
			nonce: z.string().check(z.regex(/^(?:[a-z-]+-)?[\w-]{22}$/)),
			mail: z.string().check(z.regex(/^[A-Z2-9]{8}-[\w-]{16}-\d+$/)),
		}),
	}),
});

/** What the provider tells of a mail, and which mail of which record that is. */
export interface MailEvent {
	readonly type: string;
	readonly key: string;
	readonly mail: string;
	readonly reference: string;
}

/** Reads an event by the tags that `tagsOf` gave its mail; undefined when it is about none of ours. */
export function readEvent(body: unknown): MailEvent | undefined {
	const { data: event } = Event.safeParse(body);
	if (!event) return undefined;
	const { day, nonce, mail } = event.data.tags;
	return { type: event.type, key: `enquiries/${day}/${nonce}`, mail, reference: mail.slice(0, 8) };
}
