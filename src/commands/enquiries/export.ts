import { company } from '#src/company.ts';
import type { OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import { ukTime } from '#contact/shared/times.ts';
import { type EnquiryRecord, writtenBy } from './records.ts';
import { printJson, UsageError, type Session, type Verb } from './session.ts';
import { page } from './show.ts';

/** The address that a person's records are looked for by. Throws a UsageError when it is not one. */
export function addressOf({ options: { email = '' } }: Pick<Session, 'options'>): string {
	if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new UsageError('--email <address> is needed.');
	return email;
}

/** What an export does not hold, and where it is. */
const elsewhere =
	'What was delivered is in the mailboxes of the team and at the mail provider, with the record of its boxes; it is not kept here.';

/** The file of one person, for that person to read. */
function file(records: readonly EnquiryRecord<OpenEnquiry>[], session: Session): string {
	const { now, options } = session;
	const title = `What ${company.name}’s website keeps from ${options.email}, on ${ukTime(now())} (UK time)`;
	const pages = records.map(({ found }) => page(found.value, now()));
	const rule = `\n\n${'-'.repeat(72)}\n\n`;
	return [title, ...(pages.length === 0 ? ['Nothing.'] : pages), elsewhere].join(rule);
}

/** Writes everything that is kept of one person: as a person reads it, or as JSON. */
export const exportAll: Verb = {
	usage: 'export --email <address>',
	words: 'everything kept from one address, to read, or as JSON with --json',
	options: ['email', 'json'],
	async run(session) {
		const { location, note, options, print } = session;
		const records = await writtenBy(location.store, addressOf(session));
		if (options.json) {
			const values = records.map(({ key, found }) => ({ key, ...found.value }));
			printJson(session, values);
		} else print(file(records, session));
		const count = records.length === 1 ? '1 enquiry' : `${records.length} enquiries`;
		note(`${count} in ${location.name}. ${elsewhere}`);
	},
};
