import { readRetentionDays } from '#contact/environment.ts';
import {
	applyRetention,
	type RetentionAction,
	retentionAction,
	oldSlots,
} from '#contact/enquiry/retention.ts';
import { everyRecord, type EnquiryRecord } from './records.ts';
import { printJson, type Session, type Verb } from './session.ts';
import type { Enquiry } from '#contact/enquiry/enquiry.ts';

interface Planned {
	readonly records: readonly {
		readonly record: EnquiryRecord<Enquiry>;
		readonly action: RetentionAction;
	}[];
	readonly slots: readonly string[];
}

async function plan({ location, now, variables }: Session): Promise<Planned> {
	const rule = { store: location.store, now, retentionDays: readRetentionDays(variables) };
	const all = await Array.fromAsync(everyRecord(location.store));
	return {
		records: all
			.map((record) => ({ record, action: retentionAction(record, rule) }))
			.filter(({ action }) => action !== 'keep'),
		slots: await Array.fromAsync(oldSlots(rule)),
	};
}

async function carryOutAll({ records, slots }: Planned, { location: { store } }: Session) {
	for (const { record, action } of records) await applyRetention(action, record, store);
	for (const key of slots) await store.delete(key);
}

const of = ({ records }: Planned, action: RetentionAction): number =>
	records.filter((one) => one.action === action).length;

/** Tidies up as a round of the site does, without sending anything. */
export const purge: Verb = {
	usage: 'purge',
	words: 'takes out what is past its time; shows it first, does it with --yes',
	options: ['json', 'yes'],
	async run(session) {
		const { options, location, print } = session;
		const planned = await plan(session);
		if (options.yes) await carryOutAll(planned, session);
		const [removed, buried, slots] = [
			of(planned, 'remove'),
			of(planned, 'redact'),
			planned.slots.length,
		];
		if (options.json) {
			return printJson(session, { purged: options.yes, removed, buried, slots });
		}
		if (removed + buried + slots === 0)
			return print(`Nothing is past its time in ${location.name}.`);
		print(`Delivered enquiries and used questions to take out: ${removed}`);
		print(`Enquiries past retention that lose what was written:  ${buried}`);
		print(`Slots of budgets and notices of days gone by:         ${slots}`);
		if (options.yes) print(`\nDone in ${location.name}.`);
		else print(`\nNothing was changed in ${location.name}. To take these out, add --yes.`);
	},
};
