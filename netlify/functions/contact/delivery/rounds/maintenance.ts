import { pendingEntries } from '../../enquiry/pending.ts';
import {
	applyRetention,
	indexRecords,
	type PurgeLimits,
	purgeRecords,
	purgeSlots,
	retentionAction,
} from '../../enquiry/retention.ts';
import { readEnquiry } from '../../enquiry/transition.ts';
import { day, second } from '../../shared/durations.ts';
import { endHeld, limitWords } from './held-limit.ts';
import { tellOperator } from './notices.ts';
import type { DeliveryServices } from '../services.ts';

/** How many enquiries that wait for a person one notice names. */
const named = 100;

/** What was begun before the end takes so long at most, in milliseconds. */
const margin = 8 * second;

interface Maintenance {
	/** References of what has come to wait for a person in this round. */
	readonly held: readonly string[];
	/** Records to remove at most; 0 leaves maintenance for a later round. */
	readonly purge: number;
	/** When everything must be done, in milliseconds since 1970. */
	readonly end: number;
}

/** Takes what the visitor wrote out of accepted enquiries past retention. Returns how many. */
async function redactAccepted(
	services: DeliveryServices,
	{ most, until }: PurgeLimits,
): Promise<number> {
	const { store, now, retentionDays } = services;
	let redacted = 0;
	for await (const { key, received } of pendingEntries(store, 'accepted')) {
		if (received > now() - retentionDays * day || redacted === most || now() > until) break;
		const found = await readEnquiry(store, key);
		const seen = found && { key, found };
		if (seen && (await applyRetention(retentionAction(seen, services), seen, store))) redacted++;
	}
	return redacted;
}

/** The names of what waits for a person: references, or the keys of what cannot be read. */
async function waiting(services: DeliveryServices): Promise<string[]> {
	const { store } = services;
	const names: string[] = [];
	for await (const { key, received } of pendingEntries(store, 'held')) {
		if (names.length === named) break;
		const value = (await readEnquiry(store, key))?.value;
		if (value?.state === 'unreadable') names.push(`${key} (cannot be read: ${value.problem})`);
		else if (value && 'delivery' in value && value.delivery.held) {
			names.push(`${value.reference}${limitWords(received, services)}`);
		}
	}
	return names;
}

/** Tells what waits for a person and takes out what has aged. Returns how many records and slots. Throws when the store cannot be read. */
export async function maintain(
	services: DeliveryServices,
	{ held, purge, end }: Maintenance,
): Promise<number> {
	const names = purge > 0 ? await waiting(services) : held;
	if (names.length > 0) await tellOperator(services, names);
	const limits = { most: purge, until: end - margin };
	if (purge === 0 || services.now() > limits.until) return 0;
	await indexRecords(services, limits);
	const ended = await endHeld(services, limits);
	const redacted = await redactAccepted(services, limits);
	const records = await purgeRecords(services, limits);
	return ended + redacted + records + (await purgeSlots(services, limits));
}
