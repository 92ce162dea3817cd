import { second } from '../../shared/durations.ts';
import { deliveryRound, type RoundCounts, type RoundLimits } from './round.ts';
import type { DeliveryServices } from '../services.ts';
import { queueState } from './what-waits.ts';

/** What a round did, and what it left. */
export interface RoundReport extends RoundCounts {
	/** How many unlabelled enquiries wait, a thousand at most. */
	readonly waits: number;
	/** The age of the oldest of them in seconds; 0 while none waits. */
	readonly oldest: number;
}

/** Makes a round and writes a line to the log of what it did and left. Throws when the store cannot be read. */
export async function loggedRound(
	services: DeliveryServices,
	limits: RoundLimits,
): Promise<RoundReport> {
	const { store, now, log } = services;
	const counts = await deliveryRound(services, limits);
	const { count: waits, oldest } = await queueState(store, 'unlabelled');
	const age = oldest === undefined ? 0 : Math.max(0, Math.round((now() - oldest) / second));
	const report = { ...counts, waits, oldest: age };
	log?.({ outcome: 'round', ...report });
	return report;
}
