import type { OpenEnquiry } from '../enquiry/enquiry.ts';
import { utcDay } from '../shared/times.ts';
import { claimSlot } from './budget.ts';
import { mailboxOn } from './daily-mail.ts';
import { isLabelled } from './messages/to-staff.ts';
import { mailToVisitor } from './messages/to-visitor.ts';
import type { DeliveryServices } from './services.ts';

/** Copies an hour for the whole site. Who gets none has the reference on the receipt page. */
const hourly = 12;

/** The key of the one copy that a mailbox gets on a day. It shows neither address nor mailbox. */
function copyKey({ keys, now }: DeliveryServices, email: string): string {
	const day = utcDay(now());
	return `copies/${day}/${mailboxOn(keys.current, day, email)}`;
}

/** Whether an enquiry is the one that a mailbox gets its copy of the day for; the same enquiry may ask again. */
async function hasCopy(services: DeliveryServices, enquiry: OpenEnquiry): Promise<boolean> {
	const { store } = services;
	const { reference, message } = enquiry;
	const key = copyKey(services, message.values.email);
	const found = (await store.read(key))?.value as { reference?: string } | undefined;
	if (found) return found.reference === reference;
	if (!(await claimSlot(store, { scope: 'copies', slots: hourly }, services))) return false;
	return typeof (await store.create(key, { reference })) === 'object';
}

/**
 * Sends the visitor a copy of the reference, if the box was ticked and the mail to staff is not labelled, as it is when
 * the network has sent its share of the hour: at most one for a mailbox and day, and so many an hour in all. It is the
 * same one however often it is tried. A copy that fails is let go.
 */
export async function acknowledge(services: DeliveryServices, enquiry: OpenEnquiry): Promise<void> {
	const { mail } = enquiry.delivery;
	if (!enquiry.message.values['copy-to-me'] || !mail || isLabelled(mail)) return;
	try {
		if (!(await hasCopy(services, enquiry))) return;
		await services.mailer.send(mailToVisitor(enquiry, services), `copy-${enquiry.reference}`);
	} catch {
		// The store is away: the enquiry itself matters more than the copy.
	}
}
