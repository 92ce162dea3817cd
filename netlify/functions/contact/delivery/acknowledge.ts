import type { Mail } from '../shared/mail.ts';
import { topicLabel } from '#src/forms/contact.ts';
import { company } from '#src/company.ts';
import { isLabelled } from './messages/to-staff.ts';
import type { OpenEnquiry } from '../enquiry/enquiry.ts';
import { mac } from '../shared/keys.ts';
import type { DeliveryServices } from './services.ts';
import { phoneLines, ukTime, utcDay } from '../shared/times.ts';

/** The visitor's copy of the reference: no word the visitor typed, not even the name. */
function copyMail(
	{ reference, received, message }: OpenEnquiry,
	{ addresses }: DeliveryServices,
): Mail {
	const text = `We have received your message.

Reference: ${reference}
Topic: ${topicLabel(message.values.topic)}
Received: ${ukTime(received)} (UK time)

A member of our team reads it and replies as soon as possible. To speak to us instead:

${phoneLines()}

You get this mail because the box for it was ticked on our contact form. If that was not you, there is nothing to do.
${company.legalName}, ${company.address.join(', ')}
`;
	return {
		from: addresses.from,
		to: [message.values.email],
		subject: `Your reference: ${reference}`,
		text,
		html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;white-space:pre-wrap">${text}</body></html>`,
		headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
	};
}

/**
 * Sends the visitor a copy of the reference, if the box was ticked and the mail to staff is not labelled: at most one
 * for an address and day, and the same one however often it is tried. A copy that fails is let go; the receipt page has it too.
 */
export async function acknowledge(services: DeliveryServices, enquiry: OpenEnquiry): Promise<void> {
	const { values } = enquiry.message;
	const { mail } = enquiry.delivery;
	if (!values['copy-to-me'] || !mail || isLabelled(mail)) return;
	const day = utcDay(services.now());
	const address = mac(services.keys.current, 'address', `${day}\n${values.email.toLowerCase()}`);
	const slot = `copies/${day}/${address.toString('base64url').slice(0, 22)}`;
	const { reference } = enquiry;
	try {
		const written = await services.store.create(slot, { reference });
		if (written === 'failed') return;
		if (written === 'refused') {
			const owner = (await services.store.read(slot))?.value as { reference?: string } | undefined;
			if (owner?.reference !== reference) return;
		}
		await services.mailer.send(copyMail(enquiry, services), `copy-${reference}`);
	} catch {
		// The store is away: the enquiry itself matters more than the copy.
	}
}
