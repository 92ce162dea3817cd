import type { OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import { applyRetention, type RetentionAction, erasureAction } from '#contact/enquiry/retention.ts';
import { addressOf } from './export.ts';
import { type EnquiryRecord, writtenBy } from './records.ts';
import { printJson, Refused, type Session, type Verb } from './session.ts';

const words = {
	redact: 'what was written goes; the reference stays until its question can no longer be answered',
	remove: 'goes altogether',
	keep: 'stays',
} as const satisfies { [Each in RetentionAction]: string };

interface Planned {
	readonly record: EnquiryRecord<OpenEnquiry>;
	readonly action: RetentionAction;
}

const plan = (records: readonly EnquiryRecord<OpenEnquiry>[], now: number): Planned[] =>
	records.map((record) => ({ record, action: erasureAction(record.key, now) }));

/** Erases what is planned. Gives the references of those that changed meanwhile and are still there. */
async function carryOutAll(planned: readonly Planned[], { location }: Session): Promise<string[]> {
	const left: string[] = [];
	for (const { record, action } of planned) {
		if (!(await applyRetention(action, record, location.store)))
			left.push(record.found.value.reference);
	}
	return left;
}

function tell(planned: readonly Planned[], { options, location, print }: Session): void {
	for (const { record, action } of planned) {
		print(`${record.found.value.reference}  ${words[action]}`);
	}
	const unsent = planned.filter(({ record }) => record.found.value.state !== 'accepted').length;
	if (unsent > 0) print(`\n${unsent} of them were not delivered yet and never will be.`);
	if (options.yes) print(`\nErased from ${location.name}.`);
	else print(`\nNothing was changed in ${location.name}. To erase these, add --yes.`);
}

/** Erases what one person wrote, as far as it is kept here; what shows that a question was used stays as long as it must. */
export const erase: Verb = {
	usage: 'erase --email <address>',
	words: 'erases what was written from one address; shows it first, does it with --yes',
	options: ['email', 'json', 'yes'],
	async run(session) {
		const { location, options, now, print } = session;
		const planned = plan(await writtenBy(location.store, addressOf(session)), now());
		const left = options.yes ? await carryOutAll(planned, session) : [];
		if (options.json) {
			const records = planned.map(({ record, action }) => ({
				reference: record.found.value.reference,
				action,
			}));
			printJson(session, { erased: options.yes, records, left });
		} else if (planned.length === 0)
			print(`Nothing from that address is kept in ${location.name}.`);
		else tell(planned, session);
		if (left.length > 0) {
			throw new Refused(`Changed meanwhile and still there, so run this again: ${left.join(', ')}`);
		}
	},
};
