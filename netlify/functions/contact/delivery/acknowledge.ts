import { isLabelled } from './messages/to-staff.ts';
import { mailToVisitor } from './messages/to-visitor.ts';
import type { OpenEnquiry } from '../enquiry/enquiry.ts';
import { mac } from '../shared/keys.ts';
import type { DeliveryServices } from './services.ts';
import { utcDay } from '../shared/times.ts';

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
		await services.mailer.send(mailToVisitor(enquiry, services), `copy-${reference}`);
	} catch {
		// The store is away: the enquiry itself matters more than the copy.
	}
}
