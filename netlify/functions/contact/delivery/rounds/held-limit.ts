import { mailName, type OpenEnquiry, tombstone } from '../../enquiry/enquiry.ts';
import { pendingEntries } from '../../enquiry/pending.ts';
import type { PurgeLimits, StoredEnquiry } from '../../enquiry/retention.ts';
import { readEnquiry, transition } from '../../enquiry/transition.ts';
import { day } from '../../shared/durations.ts';
import { dayInWords, ukDay, ukTime } from '../../shared/times.ts';
import { fieldRows } from '../messages/field-rows.ts';
import { ledgerRows } from '../messages/ledger.ts';
import { quoted } from '../messages/quoted.ts';
import { notice } from './notices.ts';
import type { DeliveryServices } from '../services.ts';

/** For so long before its limit the operator is told when an enquiry that waits for a person goes. */
const warning = 7 * day;

type Clock = Pick<DeliveryServices, 'retentionDays' | 'now'>;

/** When an enquiry that waits for a person has waited as long as it may, in milliseconds since 1970. */
const limitOf = (received: number, { retentionDays }: Clock): number =>
	received + retentionDays * day;

/** What the operator is told beside a reference when its limit is near; empty before. */
export function limitWords(received: number, clock: Clock): string {
	const limit = limitOf(received, clock);
	if (clock.now() < limit - warning) return '';
	return ` (decide by ${ukDay(limit)}: then it comes to you by mail, and is erased here)`;
}

/** Everything that is kept of an enquiry, for the operator; the same on every try. */
function exportMail(services: DeliveryServices, enquiry: OpenEnquiry) {
	const { form, reference, received, due, message, delivery } = enquiry;
	const rows = fieldRows(form, message.values).map(
		([label, value]) => `${label}:\n${quoted(value)}`,
	);
	const text = `Nobody decided about enquiry ${reference} in time, so here is all of it. It is erased from the site now. It may have been delivered before, or not: ${delivery.held}${delivery.error ? ` (${delivery.error})` : ''}.

Received: ${ukTime(received)} (UK time)${due ? `\nAnswer by: ${dayInWords(due)}` : ''}
Privacy policy in force: ${message.policy}

${rows.join('\n\n')}
${ledgerRows(enquiry)
	.map(([label, value]) => `\n${label}: ${value}`)
	.join('')}`;
	return notice(services, `Enquiry ${reference}, erased from the site`, text);
}

/** Sends one enquiry to the operator and erases it. Returns false when it stays: what was not taken is not erased. */
async function end(
	services: DeliveryServices,
	key: string,
	found: StoredEnquiry['found'],
): Promise<boolean> {
	const { value } = found;
	if (!('message' in value) || value.delivery.held === undefined) return false;
	const sent = await services.mailer.send(exportMail(services, value), `export-${mailName(value)}`);
	if (sent.kind !== 'accepted') return false;
	return typeof (await transition(services.store, { key, found }, tombstone(value))) === 'object';
}

/** How many are ended in one round, a mail each. */
const together = 5;

/** Ends the wait of enquiries that no person decided about: each goes to the operator by mail and is then erased. Returns how many. */
export async function endHeld(
	services: DeliveryServices,
	{ until }: Pick<PurgeLimits, 'until'>,
): Promise<number> {
	const { store, now } = services;
	let ended = 0;
	let seen = 0;
	for await (const { key, received } of pendingEntries(store, 'held')) {
		if (now() < limitOf(received, services) || seen++ === together || now() > until) break;
		const found = await readEnquiry(store, key);
		if (found && (await end(services, key, found))) ended++;
	}
	return ended;
}
