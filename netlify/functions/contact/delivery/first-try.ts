import { transition } from '../enquiry/transition.ts';
import { nextHour } from './budget/budget.ts';
import { deliver, deliverKey, failed } from './deliver.ts';
import type { OpenEnquiry } from '../enquiry/enquiry.ts';
import { decideLabel } from './label/label.ts';
import { countWaiting, isOverBudget } from './budget/network.ts';
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

type Mine = Brought & { readonly mine: Stored<OpenEnquiry> };

/** Leaves a message for the next hour, as one of a crowd. */
async function putOff(services: DeliveryServices, { key, mine }: Mine): Promise<void> {
	const labelled = await decideLabel(services, mine.value, { crowded: true });
	const change = { due: nextHour(services.now()), error: 'over_budget' };
	await transition(services.store, { key, found: mine }, failed(labelled, change));
}

async function tryMine(services: DeliveryServices, brought: Mine): Promise<void> {
	const { key, mine, address } = brought;
	if (await isOverBudget(services, address)) {
		await putOff(services, brought);
		await countWaiting(services, address);
	} else await deliver(services, { key, found: mine }, nextHour(services.now()));
}

/**
 * The try behind the answer: at once, unless the visitor's network has had its mails of this hour; then in the next
 * one, with a label. Never throws: what fails is left for a later round.
 */
export async function firstTry(services: DeliveryServices, brought: Brought): Promise<void> {
	const { key, mine, ...rest } = brought;
	try {
		if (mine) await tryMine(services, { key, mine, ...rest });
		else await deliverKey(services, key);
	} catch {
		// The store is away; what was kept is found by the next round.
	}
}
