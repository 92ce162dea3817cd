import { createHmac, randomUUID } from 'node:crypto';
import type { EmailBouncedEvent, EmailComplainedEvent, EmailDeliveredEvent } from 'resend';

type MailEvent = EmailBouncedEvent | EmailComplainedEvent | EmailDeliveredEvent;

/** What happened to which mail, and the secret (`whsec_` and base64) to sign the news with. */
export interface Event {
	readonly secret: string;
	readonly type: MailEvent['type'];
	readonly emailId: string;
	/** When it happened and was sent, in milliseconds since 1970; the present if absent. */
	readonly at?: number;
	/** The same for every attempt to deliver this event; a fresh one if absent. */
	readonly eventId?: string;
	readonly from?: string;
	readonly to?: readonly string[];
	readonly subject?: string;
	/** The tags that the mail was sent with, by name. */
	readonly tags?: Readonly<Record<string, string>>;
}

/** The body and headers of the webhook request with which the mail provider tells of an event. */
export function signedEvent(event: Event): { body: string; headers: Record<string, string> } {
	const { secret, eventId = `msg_${randomUUID()}`, at = Date.now() } = event;
	const timestamp = String(Math.floor(at / 1000));
	const body = JSON.stringify(payloadOf(event, new Date(at).toISOString()));
	const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	const mac = createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64');
	return {
		body,
		headers: {
			'content-type': 'application/json',
			'svix-id': eventId,
			'svix-timestamp': timestamp,
			'svix-signature': `v1,${mac}`,
		},
	};
}

function payloadOf(event: Event, createdAt: string): MailEvent {
	const data = {
		created_at: createdAt,
		email_id: event.emailId,
		message_id: `<${event.emailId}@mail.example>`,
		from: event.from ?? 'enquiries@example.com',
		to: [...(event.to ?? ['team@example.com'])],
		subject: event.subject ?? 'An enquiry',
		...(event.tags && { tags: { ...event.tags } }),
	};
	if (event.type !== 'email.bounced') return { type: event.type, created_at: createdAt, data };
	const bounce = { type: 'Permanent', subType: 'General', message: 'The address does not exist.' };
	return { type: event.type, created_at: createdAt, data: { ...data, bounce } };
}
