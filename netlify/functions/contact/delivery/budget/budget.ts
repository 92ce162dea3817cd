import { utcDay } from '../../shared/times.ts';
import { hour } from '../../shared/durations.ts';
import type { SendingQueue } from '../../enquiry/pending.ts';
import type { Store } from '../../enquiry/store.ts';

/** How often a place is looked for while others take them at the same time. */
const attempts = 3;

/** What may be spent in an hour, or in a day (UTC): a scope and how many places it has. */
export interface Budget {
	readonly scope: string;
	readonly slots: number;
	readonly per?: 'hour' | 'day';
}

interface ClockAndDice {
	readonly now: () => number;
	readonly random: () => number;
}

/** The hour by UTC: `2026-11-23T10`. */
export const hourOf = (time: number): string => new Date(time).toISOString().slice(0, 13);

/** The first millisecond of the hour after this one. */
export const nextHour = (time: number): number => (Math.floor(time / hour) + 1) * hour;

const periodOf = (per: Budget['per'], time: number): string =>
	per === 'day' ? utcDay(time) : hourOf(time);

/** Budgets that were found spent: no place becomes free again in their time. */
const spent = new WeakMap<Store, Set<string>>();
const remembered = 1_000;

function remember(store: Store, budget: string): void {
	const known = spent.get(store);
	if (known && known.size < remembered) known.add(budget);
	else spent.set(store, new Set([budget]));
}

const keyOf = ({ scope, per }: Budget, now: number): string =>
	`slots/${periodOf(per, now)}/${scope}`;

/** Whether a budget is known to be spent, without asking the store. */
export const isSpent = (store: Store, budget: Budget, now: number): boolean =>
	spent.get(store)?.has(keyOf(budget, now)) ?? false;

/** A place of a budget that nobody has, the first from one on; undefined when there is none. Throws when the store cannot be read. */
async function freePlace(
	store: Store,
	{ prefix, slots, from }: { prefix: string; slots: number; from: number },
): Promise<number | undefined> {
	const taken = new Set<string>();
	for await (const { key } of store.list(`${prefix}/`)) taken.add(key.slice(prefix.length + 1));
	if (taken.size >= slots) return undefined;
	let place = from;
	while (taken.has(String(place))) place = (place + 1) % slots;
	return place;
}

/**
 * Claims one of a budget's places: true when there was one, or when the store cannot tell. There is no counter to race
 * for: each place can be created once, so no more are given than there are. The first is chosen blindly, which is one
 * request for most; then among those that are free.
 */
export async function claimSlot(
	store: Store,
	budget: Budget,
	{ now, random }: ClockAndDice,
): Promise<boolean> {
	if (isSpent(store, budget, now())) return false;
	const prefix = keyOf(budget, now());
	const claim = async (place: number) =>
		(await store.create(`${prefix}/${place}`, {})) !== 'refused';
	const { slots } = budget;
	const anywhere = () => Math.floor(random() * slots);
	if (await claim(anywhere())) return true;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const from = anywhere();
		const place = await freePlace(store, { prefix, slots, from }).catch(() => from);
		if (place === undefined) break;
		if (await claim(place)) return true;
	}
	remember(store, prefix);
	return false;
}

/** Mails labelled as possible spam have places of their own: a third as many as the others. */
const labelledPart = 3;

/** The mails an hour of one of the two queues, of which neither can take the other's. */
export const queueBudget = (queue: SendingQueue, site: number): Budget => ({
	scope: queue === 'labelled' ? 'site-labelled' : 'site',
	slots: queue === 'labelled' ? Math.ceil(site / labelledPart) : site,
});
