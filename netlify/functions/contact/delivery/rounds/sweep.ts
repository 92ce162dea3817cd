import { minute, second } from '../../shared/durations.ts';
import type { Store } from '../../enquiry/store.ts';
import { loggedRound } from './logged-round.ts';
import type { DeliveryServices } from '../services.ts';

/** How often a sweep removes what is past its time, in milliseconds. */
const interval = 10 * minute;
const removed = 100;

const lastRemoval = new WeakMap<Store, number>();

function purgeIsDue({ store, now }: DeliveryServices): boolean {
	if (now() - (lastRemoval.get(store) ?? Number.NEGATIVE_INFINITY) < interval) return false;
	lastRemoval.set(store, now());
	return true;
}

/**
 * A small round behind an answer, which has used up to 20 of the platform's 60 seconds. Never throws: what it could not
 * do is left for the next.
 */
export async function sweep(services: DeliveryServices): Promise<void> {
	const purge = purgeIsDue(services) ? removed : 0;
	try {
		await loggedRound(services, { tries: 5, milliseconds: 38 * second, ahead: 0, purge });
	} catch {
		// The store is away; the next round finds what this one would have.
	}
}
