import { answerable } from '../../enquiry/retention.ts';
import { transition, readEnquiry } from '../../enquiry/transition.ts';
import { failed, renewed } from '../deliver.ts';
import { mailName, type OpenEnquiry, tombstone } from '../../enquiry/enquiry.ts';
import type { MailEvent } from './read-event.ts';
import { someOf } from '../../shared/some-of.ts';
import { type Bounce, tellBounced } from '../rounds/notices.ts';
import type { DeliveryServices } from '../services.ts';
import type { Written } from '../../enquiry/store.ts';

/** What became of an event. `early`: it could not be dealt with yet; the provider is to tell it again. */
export type EventResult = 'done' | 'ignored' | 'early';

const bounces: Readonly<Record<string, string>> = {
	'email.bounced': 'sent back',
	'email.complained': 'reported as spam',
	'email.suppressed': 'held back by the provider',
	'email.failed': 'not sent',
};

/** The enquiry after its mail came back: on to the second address, or waiting for a person. */
function afterBounce(
	enquiry: OpenEnquiry,
	{ addresses, now }: DeliveryServices,
): { next: Bounce['next']; step: OpenEnquiry } {
	if (enquiry.delivery.fallback || !addresses.fallback) {
		return { next: 'waits', step: failed(enquiry, { held: 'bounced' }) };
	}
	return { next: 'second', step: renewed(enquiry, now(), { fallback: true }) };
}

/** An event as it is kept while there is no record for it. */
interface KeptEvent {
	readonly type: string;
	readonly mail: string;
	readonly reference: string;
}

/** Keys of kept events: `events/<day>/<nonce>/<mail>/<type>`. */
const eventKey = ({ key, mail, type }: MailEvent): string =>
	`events/${key.slice('enquiries/'.length)}/${mail}/${type}`;

/**
 * Keeps an event without a record: the mail may have gone out while the store was away, and its message may be sent once
 * more. The operator is told of what came back.
 */
async function keepEvent(
	services: DeliveryServices,
	event: MailEvent,
	what: string | undefined,
): Promise<EventResult> {
	if (!answerable(event.key, services.now())) return 'ignored';
	const { type, mail, reference } = event;
	if (what && !(await tellBounced(services, { mail, reference, what, next: 'late' })))
		return 'early';
	const kept: KeptEvent = { type, mail, reference };
	const written = await services.store.create(eventKey(event), kept);
	return written === 'failed' ? 'early' : 'done';
}

/** What an event says of the record that it is about; `told` when the operator knows of it. */
async function applyEvent(
	services: DeliveryServices,
	{ event, enquiry, etag }: { event: MailEvent; enquiry: OpenEnquiry; etag: string },
	{ told = false } = {},
): Promise<EventResult> {
	const { type, key, mail, reference } = event;
	if (mailName(enquiry) !== mail || enquiry.delivery.held === 'bounced') return 'ignored';
	const seen = { key, found: { value: enquiry, etag } };
	const what = bounces[type];
	if (what === undefined) {
		return eventResult(await transition(services.store, seen, tombstone(enquiry)));
	}
	const { next, step } = afterBounce(enquiry, services);
	if (!told && !(await tellBounced(services, { mail, reference, what, next }))) return 'early';
	return eventResult(await transition(services.store, seen, step));
}

/**
 * Takes an event whose signature is good; the same one may come twice, or before its mail's sender has noted how it went.
 * The operator is told of what came back before it is dealt with. Throws when the store cannot be read.
 */
export async function takeEvent(services: DeliveryServices, body: unknown): Promise<EventResult> {
	const { readEvent } = await import('./read-event.ts');
	const event = readEvent(body);
	if (!event) return 'ignored';
	const { type, ...named } = event;
	const what = bounces[type];
	if (what === undefined && type !== 'email.delivered') return 'ignored';
	const found = await readEnquiry(services.store, named.key);
	if (!found) return keepEvent(services, event, what);
	const { value, etag } = found;
	if ('delivery' in value) return applyEvent(services, { event, enquiry: value, etag });
	if (what === undefined) return 'ignored';
	return (await tellBounced(services, { ...named, what, next: 'late' })) ? 'done' : 'early';
}

const eventResult = (written: Written): EventResult =>
	typeof written === 'object' ? 'done' : 'early';

/** How many events a round reads, of how many that are kept. */
const limits = { read: 20, listed: 1_000 };

/** Applies events that were told before their records were there. Throws when the store cannot be read. */
export async function keptEvents(services: DeliveryServices): Promise<void> {
	const { store, now, random } = services;
	const keys: string[] = [];
	for await (const { key } of store.list('events/')) {
		if (keys.push(key) === limits.listed) break;
	}
	for (const kept of someOf(keys, { most: limits.read, random })) {
		const [, day, nonce] = kept.split('/');
		const key = `enquiries/${day}/${nonce}`;
		const found = await readEnquiry(store, key);
		if (!found && answerable(kept, now())) continue;
		// This room writes nothing else under this prefix.
		const event = (await store.read(kept))?.value as KeptEvent | undefined;
		if (event && found && 'delivery' in found.value) {
			const about = { event: { ...event, key }, enquiry: found.value, etag: found.etag };
			if ((await applyEvent(services, about, { told: true })) === 'early') continue;
		}
		await store.delete(kept);
	}
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
