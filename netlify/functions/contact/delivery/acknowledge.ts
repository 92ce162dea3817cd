import type { OpenEnquiry } from '../enquiry/enquiry.ts';
import { mac } from '../shared/keys.ts';
import { utcDay } from '../shared/times.ts';
import { claimSlot } from './budget/budget.ts';
import { mailboxOf } from './budget/mailbox-of.ts';
import { isLabelled } from './messages/to-staff.ts';
import { mailToVisitor } from './messages/to-visitor.ts';
import { isOnlyUnchecked } from './label/score.ts';
import type { DeliveryServices } from './services.ts';

/** Copies an hour for the whole site, of each form. Who gets none has the reference on the receipt page. */
const hourly = 12;

/** What a mailbox gets one copy of on a day: any enquiry, or each kind of request about its data. */
const subjectOf = ({ form, message }: OpenEnquiry): string =>
	form === 'contact' ? '' : `\n${form} ${message.values.topic}`;

/** The key of the one copy that a mailbox gets on a day. It shows neither address nor mailbox. */
function copyKey({ keys, now }: DeliveryServices, enquiry: OpenEnquiry): string {
	const day = utcDay(now());
	const mailbox = mailboxOf(enquiry.message.values.email);
	const hash = mac(keys.current, 'address', `${day}\n${mailbox}${subjectOf(enquiry)}`);
	return `copies/${day}/${hash.toString('base64url').slice(0, 22)}`;
}

/** Whether an enquiry is the one that a mailbox gets its copy of the day for; the same enquiry may ask again. */
async function hasCopy(services: DeliveryServices, enquiry: OpenEnquiry): Promise<boolean> {
	const { store } = services;
	const { form, reference } = enquiry;
	const key = copyKey(services, enquiry);
	const found = (await store.read(key))?.value as { reference?: string } | undefined;
	if (found) return found.reference === reference;
	const scope = form === 'contact' ? 'copies' : `copies-${form}`;
	if (!(await claimSlot(store, { scope, slots: hourly }, services))) return false;
	return typeof (await store.create(key, { reference })) === 'object';
}

/** Whether a form's mail asks for a copy: where its box is ticked, or always where the law gives a time to answer. */
function isWanted({ message, due, delivery }: OpenEnquiry): boolean {
	const { mail, many = false } = delivery;
	if (!mail) return false;
	if (due !== undefined) return isOnlyUnchecked(message, many);
	return message.values['copy-to-me'] === true && !isLabelled(mail);
}

/**
 * Sends the visitor a copy of the reference: if the box was ticked and the mail to staff is not labelled, as it is when
 * the network has sent its share of the hour; and of every request with a day to answer by that nothing speaks against but
 * that it was not checked. At most one for a mailbox and day, and so many an hour in all. It is the same one however often
 * it is tried. A copy that fails is let go.
 */
export async function acknowledge(services: DeliveryServices, enquiry: OpenEnquiry): Promise<void> {
	if (!isWanted(enquiry)) return;
	try {
		if (!(await hasCopy(services, enquiry))) return;
		await services.mailer.send(mailToVisitor(enquiry, services), `copy-${enquiry.reference}`);
	} catch {
		// The store is away: the enquiry itself matters more than the copy.
	}
}
