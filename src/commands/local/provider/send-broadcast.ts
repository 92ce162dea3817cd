import { randomUUID } from 'node:crypto';
import type { Mail, MailDatabase } from './mail-database.ts';
import { type Broadcast, type Contact, type Records, wants } from './records.ts';

const placeholder = '{{{RESEND_UNSUBSCRIBE_URL}}}';

interface Outgoing {
	readonly records: Records;
	readonly database: MailDatabase;
	readonly now: number;
	/** The address at which a contact takes a topic back. */
	readonly unsubscribe: (contact: Contact, topic: string) => string;
}

/** The mail of a broadcast to one contact, with its own way out (RFC 8058). */
function mailTo(contact: Contact, broadcast: Broadcast, link: string, now: number): Mail {
	const { from, subject, reply_to: replyTo, text, html } = broadcast;
	return {
		id: randomUUID(),
		at: new Date(now).toISOString(),
		idempotencyKey: null,
		from,
		to: [contact.email],
		subject,
		replyTo: [...(replyTo ?? [])],
		text: text?.replaceAll(placeholder, link) ?? null,
		html: html?.replaceAll(placeholder, link) ?? null,
		attachments: [],
		headers: {
			'List-Unsubscribe': `<${link}>`,
			'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
		},
	};
}

/** Sends a draft to everybody in its segment who asked for its topic. Returns to how many. */
export function sendBroadcast(
	broadcast: Broadcast,
	{ records, database, now, unsubscribe }: Outgoing,
): number {
	const topic = records.all('topic').find(({ id }) => id === broadcast.topic_id);
	const to = records
		.all('contact')
		.filter((one) => one.segments.includes(broadcast.segment_id))
		.filter((one) => (topic ? wants(one, topic) : !one.unsubscribed));
	for (const contact of to) {
		const link = unsubscribe(contact, topic?.id ?? 'all');
		database.add(mailTo(contact, broadcast, link, now), '');
	}
	records.put('broadcast', { ...broadcast, status: 'sent', sent_at: new Date(now).toISOString() });
	return to.length;
}
