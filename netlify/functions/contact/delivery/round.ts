import { purgeSlots } from '../enquiry/retention.ts';
import { type DrainCounts, drain, type RoundLimits } from './drain.ts';
import type { DeliveryServices } from './services.ts';

/** A whole round: delivers what is due, applies retention and removes the slots of past days. Throws when the store cannot be read. */
export async function deliveryRound(
	services: DeliveryServices,
	limits: RoundLimits,
): Promise<DrainCounts> {
	const drained = await drain(services, limits);
	return { ...drained, purged: drained.purged + (await purgeSlots(services)) };
}
