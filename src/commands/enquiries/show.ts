import { topicLabel } from '#src/forms/forms.ts';
import { staffMail } from '#src/forms/mails.ts';
import { fieldRows } from '#contact/delivery/messages/field-rows.ts';
import { ledgerRows } from '#contact/delivery/messages/ledger.ts';
import { quoted } from '#contact/delivery/messages/quoted.ts';
import type { Tombstone, OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import { dayInWords, ukTime } from '#contact/shared/times.ts';
import { isolated } from './isolated.ts';
import { find } from './records.ts';
import { printJson, type Verb } from './session.ts';
import { nextTry } from './status.ts';

function heading(enquiry: OpenEnquiry | Tombstone, now: number): [string, string][] {
	return [
		['Reference', enquiry.reference],
		['Form', enquiry.form],
		['State', enquiry.state],
		['Received', `${ukTime(enquiry.received)} (UK time)`],
		...(enquiry.due ? [['Answer by', dayInWords(enquiry.due)] as [string, string]] : []),
		['Next try', nextTry(enquiry, now)],
	];
}

function written([label, typed]: readonly [string, string]): string {
	const value = isolated(typed);
	return value.includes('\n') ? `${label}:\n\n${quoted(value)}\n` : `${label}: ${value}`;
}

/** An enquiry as a person reads it, with what the visitor wrote and ticked as far as it is still kept. `now` is in milliseconds since 1970. */
export function page(enquiry: OpenEnquiry | Tombstone, now: number): string {
	const head = heading(enquiry, now).map(written).join('\n');
	if (enquiry.state === 'delivered') {
		return `${head}\nTopic: ${topicLabel(enquiry.form, enquiry.topic)}\n\nIt was delivered or erased; nothing that the visitor wrote is kept here.`;
	}
	const { tries, generation } = enquiry.delivery;
	const counted = `Tries: ${tries}${generation > 1 ? `, now with mail ${generation}` : ''}`;
	const body = fieldRows(enquiry.form, enquiry.message.values).map(written).join('\n');
	const ledger = ledgerRows(enquiry).map(written).join('\n');
	return [
		`${head}\n${counted}`,
		`${body}\nPrivacy policy in force: ${enquiry.message.policy}`,
		...(ledger === '' ? [] : [`${staffMail.ledger}:\n${ledger}`]),
	].join('\n\n');
}

/** Shows one enquiry with what the visitor wrote, as far as it is still kept. */
export const show: Verb = {
	usage: 'show <reference>',
	words: 'one enquiry, with what the visitor wrote',
	operand: 'required',
	options: ['json'],
	async run(session) {
		const { operand, location, options, now, print } = session;
		const { key, found } = await find(location.store, operand);
		if (options.json) printJson(session, { key, ...found.value });
		else print(page(found.value, now()));
	},
};
