import { transition, readEnquiry } from '../enquiry/transition.ts';
import { failed, renewed } from './deliver.ts';
import { mailName, type OpenEnquiry, tombstone } from '../enquiry/enquiry.ts';
import { type Bounce, tellBounced } from './notices.ts';
import type { DeliveryServices } from './services.ts';
import type { Written } from '../enquiry/store.ts';

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
	{ addresses }: DeliveryServices,
): { next: Bounce['next']; step: OpenEnquiry } {
	if (enquiry.delivery.fallback || !addresses.fallback) {
		return { next: 'waits', step: failed(enquiry, { held: 'bounced' }) };
	}
	return { next: 'second', step: renewed(enquiry, { fallback: true }) };
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
	const enquiry = found?.value;
	if (!found || !enquiry || !('delivery' in enquiry)) {
		if (what === undefined) return 'ignored';
		return (await tellBounced(services, { ...named, what, next: 'late' })) ? 'done' : 'early';
	}
	if (mailName(enquiry) !== named.mail || enquiry.delivery.held === 'bounced') return 'ignored';
	const seen = { key: named.key, found };
	if (what === undefined)
		return eventResult(await transition(services.store, seen, tombstone(enquiry)));
	const { next, step } = afterBounce(enquiry, services);
	if (!(await tellBounced(services, { ...named, what, next }))) return 'early';
	return eventResult(await transition(services.store, seen, step));
}

const eventResult = (written: Written): EventResult =>
	typeof written === 'object' ? 'done' : 'early';

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
