import { transition, readEnquiry } from '#contact/enquiry/transition.ts';
import { renewed, reopened } from '#contact/delivery/deliver.ts';
import type { Enquiry, HoldReason } from '#contact/enquiry/enquiry.ts';
import { applyRetention, erasureAction } from '#contact/enquiry/retention.ts';
import type { DeliveryServices } from '#contact/delivery/services.ts';
import type { Stored } from '#contact/enquiry/store.ts';

type Seen = { readonly key: string; readonly found: Stored<Enquiry> };

async function* everyRecord({ store }: DeliveryServices): AsyncGenerator<Seen> {
	for await (const { key } of store.list('enquiries/')) {
		const found = await readEnquiry(store, key);
		if (found) yield { key, found };
	}
}

/** Does what a person does to the enquiries that wait for one for these reasons: has them sent again. */
export async function release(
	services: DeliveryServices,
	reasons: readonly HoldReason[],
): Promise<void> {
	for await (const { key, found } of everyRecord(services)) {
		if (!('delivery' in found.value)) continue;
		const { held } = found.value.delivery;
		if (!held || !reasons.includes(held)) continue;
		const again = held === 'refused' || held === 'broken';
		const now = services.now();
		const next = again ? reopened(found.value, now) : renewed(found.value, now);
		await transition(services.store, { key, found }, next);
	}
}

/** Does what a person does who erases what holds a text. Returns whether something was erased. */
export async function erase(services: DeliveryServices, text: string): Promise<boolean> {
	let isErased = false;
	for await (const seen of everyRecord(services)) {
		const { value } = seen.found;
		if (!('message' in value) || value.message.values.message !== text) continue;
		const action = erasureAction(seen.key, services.now());
		isErased ||= await applyRetention(action, seen, services.store);
	}
	return isErased;
}
