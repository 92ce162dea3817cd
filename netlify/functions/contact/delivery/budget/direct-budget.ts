import type { Store } from '../../enquiry/store.ts';
import { hourOf } from './budget.ts';
import { networkScopes } from './network.ts';
import type { DeliveryServices } from '../services.ts';

/** Mails of one hour that went out without the store, by what they count for. */
interface Spent {
	readonly hour: string;
	readonly counts: Map<string, number>;
}

/** In the memory of one process, because there is no other while the store is away. */
const spent = new WeakMap<Store, Spent>();

function countsOf(store: Store, now: number): Map<string, number> {
	const hour = hourOf(now);
	const known = spent.get(store);
	if (known?.hour === hour) return known.counts;
	const counts = new Map<string, number>();
	spent.set(store, { hour, counts });
	return counts;
}

/**
 * Claims one of the mails that the site, and the networks of an address, may send in this hour without the store. What
 * is over cannot wait anywhere, so the visitor has to be told.
 */
export function maySendDirectly(services: DeliveryServices, address: string): boolean {
	const { store, keys, budgets, now } = services;
	const counts = countsOf(store, now());
	const networks = networkScopes(keys.current, { address, now: now() });
	const limits: readonly (readonly [string, number])[] = [
		['site', budgets.site],
		...networks.map(({ name, times }) => [name, budgets.network * times] as const),
	];
	if (limits.some(([scope, most]) => (counts.get(scope) ?? 0) >= most)) return false;
	for (const [scope] of limits) counts.set(scope, (counts.get(scope) ?? 0) + 1);
	return true;
}
