import type { Mail } from '../shared/mail.ts';
import type { SendResult } from './mailer.ts';
import type { DeliveryServices } from './services.ts';
import { utcDay } from '../shared/times.ts';

const notice = ({ addresses }: DeliveryServices, subject: string, text: string): Mail => ({
	from: addresses.from,
	to: addresses.operator,
	subject,
	text,
	html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;white-space:pre-wrap">${text}</body></html>`,
	headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Whether a notice need not be sent again: it arrived, or never will. */
const isDone = ({ kind }: SendResult): boolean => kind !== 'later' && kind !== 'unknown';

/**
 * Tells the operator, once a day at most, which enquiries wait for a person. References only. Gives false when that is
 * to be tried again. Throws when the store cannot be read.
 */
export async function tellOperator(
	services: DeliveryServices,
	references: readonly string[],
): Promise<boolean> {
	const today = utcDay(services.now());
	const told = `told/${today}/held`;
	if (await services.store.read(told)) return true;
	const count = references.length === 1 ? '1 enquiry waits' : `${references.length} enquiries wait`;
	const text = `${count} for a person to decide:

${references.join('\n')}

To see why:      npm run enquiries -- list
To send again:   npm run enquiries -- retry <reference>
`;
	const sent = await services.mailer.send(
		notice(services, `${count} for a person`, text),
		`held-${today}`,
	);
	if (!isDone(sent)) return false;
	await services.store.create(told, {});
	return true;
}

/** A mail that came back, and what is done about it. */
export interface Bounce {
	readonly mail: string;
	readonly reference: string;
	/** Such as "sent back". */
	readonly what: string;
	readonly next: 'second' | 'waits' | 'late';
}

const nexts: Readonly<Record<Bounce['next'], string>> = {
	second: 'It goes to the second address now.',
	waits: `There is no other address to send it to (ENQUIRIES_FALLBACK_TO), so it waits for a person.

To send it again:   npm run enquiries -- retry <reference>`,
	late: 'Its words are no longer kept here; the list of mails at the provider may still show them.',
};

/** Tells the operator, once for each mail, that it came back. Gives false when that is to be tried again. */
export async function tellBounced(
	services: DeliveryServices,
	{ mail, reference, what, next }: Bounce,
): Promise<boolean> {
	const text = `The mail for enquiry ${reference} was ${what}.

${nexts[next].replace('<reference>', reference)}
`;
	const told = notice(services, `Enquiry ${reference} was ${what}`, text);
	return isDone(await services.mailer.send(told, `bounced-${mail}`));
}
