import { transition } from '#contact/enquiry/transition.ts';
import { type DeliveryResult, deliver, renewed, reopened } from '#contact/delivery/deliver.ts';
import { isDue } from '#contact/delivery/retry-policy.ts';
import type { OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import type { DeliveryServices } from '#contact/delivery/services.ts';
import type { Stored } from '#contact/enquiry/store.ts';
import { openDeliveryServices } from './delivery-services.ts';
import { enquiries, find, type EnquiryRecord } from './records.ts';
import { printJson, type Session, type Verb } from './session.ts';

/** What was done for an enquiry: a step of the delivery, or why there was none. */
type Done = DeliveryResult | 'asks' | 'left' | 'done' | 'sent' | 'changed';

const words: Readonly<{ [Each in Done]: string }> = {
	delivered: 'delivered',
	accepted: 'taken by the provider, which will tell whether it arrived',
	waiting: 'not taken this time; it stays in line for another try',
	delayed: 'due, but the mails of this hour are spent; it goes in the next',
	held: 'held for a person; `list` says why',
	busy: 'being sent by the site at this moment',
	changed: 'changed by the site at this moment; look again',
	left: 'due; the next round of the site sends it',
	done: 'delivered already',
	sent: 'with the provider already, which will tell whether it arrived',
	asks: 'NOT sent: nobody can tell whether it was sent before, so it may arrive twice. To send it all the same, add --yes',
};

/** A failed enquiry that may be tried at once. A mail that the provider may have had goes out under a key of its own. */
function released(enquiry: OpenEnquiry, now: number): OpenEnquiry {
	const { held } = enquiry.delivery;
	if (held === 'refused' || held === 'broken') return reopened(enquiry, now);
	if (held) return renewed(enquiry, now);
	const { due: _, ...delivery } = enquiry.delivery;
	return { ...enquiry, delivery };
}

/** Makes an enquiry due. Gives it as it is kept then, or why it is not. */
async function makeDue(
	{ key, found }: EnquiryRecord<OpenEnquiry>,
	{ location, options, now }: Session,
): Promise<Stored<OpenEnquiry> | Done> {
	const enquiry = found.value;
	if (enquiry.state === 'accepted') return 'sent';
	if (enquiry.state !== 'failed') return isDue(enquiry, now()) ? found : 'busy';
	if (enquiry.delivery.held === 'unknown' && !options.yes) return 'asks';
	const next = released(enquiry, now());
	const written = await transition(location.store, { key, found }, next);
	return typeof written === 'object' ? { value: next, etag: written.etag } : 'changed';
}

async function retryOne(
	record: EnquiryRecord,
	session: Session,
	services: DeliveryServices | undefined,
): Promise<Done> {
	const { key, found } = record;
	const { value } = found;
	if (value.state === 'delivered') return 'done';
	const due = await makeDue({ key, found: { value, etag: found.etag } }, session);
	if (typeof due === 'string') return due;
	return services ? deliver(services, { key, found: due }) : 'left';
}

/** Those that a person who names none may mean: all that still have to be sent. */
const unsent = ({ found: { value } }: EnquiryRecord): boolean =>
	value.state !== 'delivered' && value.state !== 'accepted';

async function chosen({ operand, location }: Session): Promise<EnquiryRecord[]> {
	if (operand !== '') return [await find(location.store, operand)];
	return (await enquiries(location.store)).filter(unsent);
}

/** Makes one enquiry due, or all that wait or are held, and sends what it can. */
export const retry: Verb = {
	usage: 'retry [<reference>]',
	words: 'tries an enquiry again at once, or all that wait or are held',
	operand: 'optional',
	options: ['json', 'yes'],
	async run(session) {
		const { location, options, print, note } = session;
		const services = openDeliveryServices(session);
		const records = await chosen(session);
		const done: { reference: string; outcome: Done }[] = [];
		for (const record of records) {
			const { reference } = record.found.value;
			const outcome = await retryOne(record, session, services);
			done.push({ reference, outcome });
			if (!options.json) print(`${reference}  ${words[outcome]}`);
		}
		if (options.json) printJson(session, done);
		else if (records.length === 0) print(`Nothing waits in ${location.name}.`);
		if (services === undefined && done.some(({ outcome }) => outcome === 'left')) {
			note(
				'No mail provider is set here (RESEND_API_KEY and its siblings), so nothing was sent from here.',
			);
		}
	},
};
