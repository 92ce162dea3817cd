import { transition } from '../enquiry/transition.ts';
import { claimSlot, networkScope, nextHour } from './budget.ts';
import { deliver, deliverKey, failed } from './deliver.ts';
import type { OpenEnquiry } from '../enquiry/enquiry.ts';
import type { DeliveryServices } from './services.ts';
import type { Stored } from '../enquiry/store.ts';

/** A message that is kept, and the request that brought it. */
export interface Brought {
	readonly key: string;
	/** Absent when an earlier request kept it. */
	readonly mine?: Stored<OpenEnquiry> | undefined;
	/** The visitor's network address. */
	readonly address: string;
}

/** The message as one of a crowd: later, and labelled. */
function delayed({ message, ...enquiry }: OpenEnquiry, now: number): OpenEnquiry {
	const signals = [...message.signals, 'crowded' as const];
	const change = { due: nextHour(now), error: 'over_budget' };
	return failed({ ...enquiry, message: { ...message, signals } }, change);
}

/**
 * The try behind the answer: at once, unless the visitor's network has had its mails of this hour; then in the next
 * one, with a label. Never throws: what fails is left for a later round.
 */
export async function firstTry(
	services: DeliveryServices,
	{ key, mine, address }: Brought,
): Promise<void> {
	try {
		if (!mine) await deliverKey(services, key);
		else if (await isOverBudget(services, address)) {
			await transition(services.store, { key, found: mine }, delayed(mine.value, services.now()));
		} else await deliver(services, key, mine);
	} catch {
		// The store is away; what was kept is found by the next round.
	}
}

async function isOverBudget(services: DeliveryServices, address: string): Promise<boolean> {
	const scope = networkScope(services.keys.current, { address, now: services.now() });
	if (scope === undefined) return false;
	return !(await claimSlot(services.store, { scope, slots: services.budgets.network }, services));
}
