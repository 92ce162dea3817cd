import { topicLabel } from '#src/forms/forms.ts';
import { type EnquiryRecord, everything } from './records.ts';
import { printJson, type Verb } from './session.ts';
import { nextTry, span, summary } from './status.ts';
import { table } from './table.ts';

const headings = ['Reference', 'State', 'Topic', 'Age', 'Tries', 'Next try'];

function row({ found: { value } }: EnquiryRecord, now: number): string[] {
	const topic = value.state === 'delivered' ? value.topic : value.message.values.topic;
	const tries = value.state === 'delivered' ? '' : String(value.delivery.tries);
	const age = span(now - value.received);
	return [
		value.reference,
		value.state,
		topicLabel(value.form, topic),
		age,
		tries,
		nextTry(value, now),
	];
}

/** Counts of records in words: `2 open, 5 delivered`. */
function counts(records: readonly EnquiryRecord[]): string {
	const delivered = records.filter(({ found }) => found.value.state === 'delivered').length;
	const held = records.filter(
		({ found: { value } }) => 'delivery' in value && value.delivery.held,
	).length;
	const open = records.length - delivered;
	return `${open} open${held > 0 ? `, ${held} of them held for a person` : ''}; ${delivered} delivered`;
}

/** Shows every enquiry and how far its delivery has come. */
export const list: Verb = {
	usage: 'list',
	words: 'every enquiry: its state, and when it is tried next',
	options: ['json'],
	async run(session) {
		const { location, options, columns, now, print, note } = session;
		const { records, unreadable } = await everything(location.store);
		for (const { key, problem } of unreadable) {
			note(`${key} cannot be read by this version of the site (${problem}). It is left as it is.`);
		}
		if (options.json)
			return printJson(
				session,
				records.map(({ found }) => summary(found.value)),
			);
		if (records.length === 0) return print(`There are no enquiries in ${location.name}.`);
		const rows = records.map((record) => row(record, now()));
		print(`${table([headings, ...rows], columns)}\n\n${counts(records)}, in ${location.name}.`);
	},
};
