import * as z from 'zod/mini';
import { advance, readEnquiry } from './advance.ts';
import { renewed, failed } from './deliver.ts';
import { type Enquiry, keyOfTags, type Open, tombstone } from './enquiry.ts';
import { tellBounced } from './notices.ts';
import type { Post } from './post.ts';

const Event = z.object({
	type: z.string(),
	data: z.object({ email_id: z.string(), tags: z.optional(z.record(z.string(), z.string())) }),
});

/** What became of an event. `early`: the record does not know the mail yet; the provider is to tell it again. */
export type Told = 'done' | 'ignored' | 'early';

const bounces: Readonly<Record<string, string>> = {
	'email.bounced': 'sent back',
	'email.complained': 'reported as spam',
	'email.suppressed': 'held back by the provider',
	'email.failed': 'not sent',
};

/** The enquiry after its mail came back: on to the second address, or waiting for a person. */
function afterBounce(enquiry: Open, { addresses }: Post): Enquiry {
	if (enquiry.delivery.fallback || !addresses.fallback) return failed(enquiry, { held: 'bounced' });
	return renewed(enquiry, { fallback: true });
}

/** Takes an event whose signature is good. The same event may come twice. Throws when the store cannot be read. */
export async function takeEvent(post: Post, body: unknown): Promise<Told> {
	const { data: event } = Event.safeParse(body);
	const key = event && keyOfTags(event.data.tags ?? {});
	const bounced = event && bounces[event.type];
	if (!event || !key || !(bounced || event.type === 'email.delivered')) return 'ignored';
	const found = await readEnquiry(post.store, key);
	if (!found || !('delivery' in found.value)) return 'ignored';
	const enquiry = found.value;
	if (enquiry.state === 'sending') return 'early';
	if (enquiry.state !== 'accepted' || enquiry.delivery.id !== event.data.email_id) return 'ignored';
	const next = bounced ? afterBounce(enquiry, post) : tombstone(enquiry);
	if (typeof (await advance(post.store, { key, found }, next)) !== 'object') return 'early';
	if (bounced) await tellBounced(post, enquiry.reference, bounced);
	return 'done';
}

/** Whether the provider signed a request's body within the last minutes. The SDK loads with the first event. */
export async function signedByProvider(
	request: Request,
	body: string,
	secret: string,
): Promise<boolean> {
	const { Resend } = await import('resend');
	const header = (name: string) => request.headers.get(`svix-${name}`) ?? '';
	try {
		new Resend('re_unused').webhooks.verify({
			payload: body,
			headers: { id: header('id'), timestamp: header('timestamp'), signature: header('signature') },
			webhookSecret: secret,
		});
		return true;
	} catch {
		return false;
	}
}
