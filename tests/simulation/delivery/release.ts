import { transition, readEnquiry } from '#contact/enquiry/transition.ts';
import { renewed, reopened } from '#contact/delivery/deliver.ts';
import type { HoldReason } from '#contact/enquiry/enquiry.ts';
import type { DeliveryServices } from '#contact/delivery/services.ts';

/** Does what a person does to the enquiries that wait for one for these reasons: has them sent again. */
export async function release(
	{ store }: DeliveryServices,
	reasons: readonly HoldReason[],
): Promise<void> {
	for await (const { key } of store.list('enquiries/')) {
		const found = await readEnquiry(store, key);
		if (!found || !('delivery' in found.value)) continue;
		const { held } = found.value.delivery;
		if (!held || !reasons.includes(held)) continue;
		const next = held === 'refused' ? reopened(found.value) : renewed(found.value);
		await transition(store, { key, found }, next);
	}
}
