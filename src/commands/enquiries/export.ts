import { writtenBy } from './records.ts';
import { printJson, UsageError, type Session, type Verb } from './session.ts';

/** The address that a person's records are looked for by. Throws a UsageError when it is not one. */
export function addressOf({ options: { email = '' } }: Pick<Session, 'options'>): string {
	if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new UsageError('--email <address> is needed.');
	return email;
}

/** Writes everything that is kept of one person, as JSON. */
export const exportAll: Verb = {
	usage: 'export --email <address>',
	words: 'everything kept from one address, as JSON',
	options: ['email', 'json'],
	async run(session) {
		const { location, note } = session;
		const records = await writtenBy(location.store, addressOf(session));
		printJson(
			session,
			records.map(({ key, found }) => ({ key, ...found.value })),
		);
		const count = records.length === 1 ? '1 enquiry' : `${records.length} enquiries`;
		note(
			`${count} in ${location.name}. What was delivered is in the mailboxes of the team and at the mail provider, not here.`,
		);
	},
};
