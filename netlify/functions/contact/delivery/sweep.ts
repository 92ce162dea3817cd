import { drain } from './drain.ts';
import type { DeliveryServices } from './services.ts';

/** A small round behind an answer. Never throws: what it could not do is left for the next. */
export async function sweep(services: DeliveryServices): Promise<void> {
	try {
		await drain(services, { reads: 20, tries: 3 });
	} catch {
		// The store is away; the next round finds what this one would have.
	}
}
