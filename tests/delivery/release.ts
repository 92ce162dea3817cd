import { advance, readEnquiry } from '../../netlify/functions/contact/advance.ts';
import { renewed, reopened } from '../../netlify/functions/contact/deliver.ts';
import type { Held } from '../../netlify/functions/contact/enquiry.ts';
import type { Post } from '../../netlify/functions/contact/post.ts';

/** Does what a person does to the enquiries that wait for one for these reasons: has them sent again. */
export async function release({ store }: Post, reasons: readonly Held[]): Promise<void> {
	for await (const { key } of store.list('enquiries/')) {
		const found = await readEnquiry(store, key);
		if (!found || !('delivery' in found.value)) continue;
		const { held } = found.value.delivery;
		if (!held || !reasons.includes(held)) continue;
		const next = held === 'refused' ? reopened(found.value) : renewed(found.value);
		await advance(store, { key, found }, next);
	}
}
