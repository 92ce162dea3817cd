import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { type Tombstone, type OpenEnquiry, transitions } from '#contact/enquiry/enquiry.ts';
import type { Mail } from '#src/commands/local/provider/mail-database.ts';
import { type History, histories } from './histories.ts';
import { connect } from './fake-network.ts';
import { Scenario } from './scenario.ts';
import type { World } from './world.ts';

const toStaff = (world: World, message: string): Mail[] => world.enquiriesWith(message);

/** Whether the provider told of a mail that it came back, before it told anything else. */
const cameBack = ({ fates }: Scenario, { id }: Mail): boolean =>
	['email.bounced', 'email.complained'].includes(fates.get(id) ?? '');

/** Whether a mail was sent without the store: only then it does not say when it was received. */
const isBeside = ({ text }: Mail): boolean => !text?.includes('Received: ');

/**
 * Whether a message came more than once. It may where it was sent again after its challenge had ended, or without the store
 * after the provider had forgotten it: then nobody can tell that it is the same.
 */
function isDoubled(scenario: Scenario, message: string): boolean {
	const all = toStaff(scenario.world, message);
	const mails = all.filter((mail) => !cameBack(scenario, mail));
	const references = new Set(mails.map(({ headers }) => headers['X-Enquiry-Reference']));
	if (references.size > 1 && !scenario.endedBetween(message)) return true;
	const wasForgotten = scenario.sentAgainAfter(message, 23) && all.some(isBeside);
	return mails.length > references.size && !wasForgotten;
}

/** Messages that came twice or that nobody wrote, and more copies than one to an address and day. */
function excess(scenario: Scenario): string[] {
	const { world, told } = scenario;
	const known = [...told.keys()];
	const twice = known.filter((message) => isDoubled(scenario, message));
	const staff = world.mails().filter(({ headers }) => headers['X-Enquiry-Reference']);
	const strange = staff.filter(({ text }) => !known.some((message) => text?.includes(message)));
	const copies = world.mails().filter(({ subject }) => subject.startsWith('Your reference'));
	const days = new Set(copies.map(({ at, to }) => `${at.slice(0, 10)} ${to.join()}`));
	return [
		...twice.map((message) => `"${message}" arrived more than once`),
		...strange.map(({ subject }) => `nobody wrote "${subject}"`),
		...(copies.length > days.size ? ['more copies than one to an address on one day'] : []),
	];
}

interface Kept {
	readonly key: string;
	readonly record: OpenEnquiry | Tombstone;
	/** Whether its mail is in the mailbox. */
	readonly arrived: boolean;
}

async function keptIn(world: World): Promise<Kept[]> {
	const keys = world.mails().map(({ idempotencyKey }) => idempotencyKey ?? '');
	return [...(await world.records())].flatMap(([key, record]) => {
		if (!('reference' in record)) return [];
		const name = `${record.form}-${record.reference}-${record.fingerprint.slice(0, 16)}-`;
		return [{ key, record, arrived: keys.some((one) => one.startsWith(name)) }];
	});
}

/** What was told to be sent and is nowhere: neither in the mailbox nor kept for a later try. */
async function lost({ world, told, erased }: Scenario): Promise<string[]> {
	const kept = await keptIn(world);
	const open = kept.flatMap(({ record }) => ('message' in record ? [record.message.values] : []));
	const missing = [...told].filter(
		([message, sent]) =>
			sent &&
			!erased.has(message) &&
			toStaff(world, message).length === 0 &&
			!open.some((values) => values.message === message),
	);
	const isErased = erased.size > 0;
	const gone = kept.filter(({ record, arrived }) => record.state === 'delivered' && !arrived);
	return [
		...missing.map(([message]) => `"${message}" was said to be sent and is nowhere`),
		...(isErased ? [] : gone.map(({ key }) => `${key} counts as delivered and never arrived`)),
	];
}

/**
 * What is still on its way after everything had time to arrive. A person must look only at what may have been taken,
 * and at what came back and has no other address.
 */
async function stuck({ world }: Scenario, { isShort }: { isShort: boolean }): Promise<string[]> {
	const noted = await world.noted();
	return (await keptIn(world)).flatMap(({ key, record, arrived }) => {
		if (record.state === 'delivered') return [];
		const { held, attempted, error } = record.delivery;
		const isUnsure = attempted === 'maybe' || noted.has(key);
		const mayWait = held === 'unknown' && (arrived || (!isShort && isUnsure));
		if (mayWait && error !== 'invalid_idempotent_request') return [];
		return [`${key} is stuck as ${record.state}: ${JSON.stringify(record.delivery)}`];
	});
}

/** Mails that came back without anything being done about it: no other mail, nobody to look at it. */
async function swallowed(scenario: Scenario): Promise<string[]> {
	const { world, fates } = scenario;
	const records = await keptIn(world);
	return records.flatMap(({ key, record }) => {
		const name = `${record.reference}-${record.fingerprint.slice(0, 16)}-`;
		const mails = world.mails().filter(({ idempotencyKey }) => idempotencyKey?.includes(name));
		const back = mails.filter((mail) => cameBack(scenario, mail));
		const isOver = record.state === 'delivered' && mails.length > 0 && fates.size > 0;
		return isOver && back.length === mails.length
			? [`${key} came back and counts as delivered`]
			: [];
	});
}

/** Steps that the table of the enquiry does not have, such as out of being delivered. */
const trespasses = ({ world }: Scenario): string[] =>
	world.steps
		.filter(([from, to]) => transitions[from][to] === undefined)
		.map(([from, to]) => `a record went from ${from} to ${to}`);

async function play(history: History, { isShort }: { isShort: boolean }): Promise<void> {
	// Promises alone would keep the timers of requests that are over from ever firing.
	await setImmediate();
	const scenario = new Scenario(history);
	for (const scene of history.scenes) await scenario.play(scene);
	await scenario.recover(isShort ? 10 : 30);
	const found = [
		...excess(scenario),
		...(await lost(scenario)),
		...(await stuck(scenario, { isShort })),
		...(await swallowed(scenario)),
		...scenario.untried.map((key) => `${key} was not tried, though the provider was there`),
		...trespasses(scenario),
	];
	scenario.world.close();
	if (found.length > 0) throw new Error(found.join('\n'));
}

const short = fc.asyncProperty(histories(110), (history) => play(history, { isShort: true }));
const long = fc.asyncProperty(histories(600), (history) => play(history, { isShort: false }));

/** What came of many histories. */
export interface Checked {
	readonly seed: number;
	readonly runs: number;
	/** The shortest history that breaks the rule, and what is wrong with it. */
	readonly failure: string | undefined;
}

async function check(histories: typeof short, numRuns: number): Promise<Checked> {
	const disconnect = connect();
	const details = await fc.check(histories, { numRuns });
	disconnect();
	const report = fc.defaultReportMessage(details) ?? '';
	const failure = details.failed ? `${report}\n${details.errorInstance}` : undefined;
	return { seed: details.seed, runs: details.numRuns, failure };
}

/** Histories of half a day: each message that was taken arrives once, and nothing waits in the end. */
export const checkShort = (runs: number): Promise<Checked> => check(short, runs);

/** Histories of days, past what the provider remembers: nothing arrives twice, and nothing is lost from sight. */
export const checkLong = (runs: number): Promise<Checked> => check(long, runs);
