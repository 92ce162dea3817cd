import { readRetentionDays } from '../../../netlify/functions/contact/env.ts';
import { carryOut, type Fate, fateOf, oldSlots } from '../../../netlify/functions/contact/tidy.ts';
import { everyRecord, type Record } from './records.ts';
import { printJson, type Session, type Verb } from './session.ts';
import type { Enquiry } from '../../../netlify/functions/contact/enquiry.ts';

interface Planned {
	readonly records: readonly { readonly record: Record<Enquiry>; readonly fate: Fate }[];
	readonly slots: readonly string[];
}

async function plan({ place, now, variables }: Session): Promise<Planned> {
	const rule = { store: place.store, now, retentionDays: readRetentionDays(variables) };
	const all = await Array.fromAsync(everyRecord(place.store));
	return {
		records: all
			.map((record) => ({ record, fate: fateOf(record, rule) }))
			.filter(({ fate }) => fate !== 'keep'),
		slots: await Array.fromAsync(oldSlots(rule)),
	};
}

async function carryOutAll({ records, slots }: Planned, { place: { store } }: Session) {
	for (const { record, fate } of records) await carryOut(fate, record, store);
	for (const key of slots) await store.delete(key);
}

const of = ({ records }: Planned, fate: Fate): number =>
	records.filter((one) => one.fate === fate).length;

/** Tidies up as a round of the site does, without sending anything. */
export const purge: Verb = {
	usage: 'purge',
	words: 'takes out what is past its time; shows it first, does it with --yes',
	options: ['json', 'yes'],
	async run(session) {
		const { options, place, print } = session;
		const planned = await plan(session);
		if (options.yes) await carryOutAll(planned, session);
		const [removed, buried, slots] = [
			of(planned, 'remove'),
			of(planned, 'bury'),
			planned.slots.length,
		];
		if (options.json) {
			return printJson(session, { purged: options.yes, removed, buried, slots });
		}
		if (removed + buried + slots === 0) return print(`Nothing is past its time in ${place.name}.`);
		print(`Delivered enquiries and used questions to take out: ${removed}`);
		print(`Enquiries past retention that lose what was written:  ${buried}`);
		print(`Slots of budgets and notices of days gone by:         ${slots}`);
		if (options.yes) print(`\nDone in ${place.name}.`);
		else print(`\nNothing was changed in ${place.name}. To take these out, add --yes.`);
	},
};
