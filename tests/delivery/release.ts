import { advance, readEnquiry } from '../../netlify/functions/contact/advance.ts';
import { renewed } from '../../netlify/functions/contact/deliver.ts';
import type { Post } from '../../netlify/functions/contact/post.ts';

/** Does what a person does to every enquiry that waits for one: has it sent again. */
export async function release({ store }: Post): Promise<void> {
	for await (const { key } of store.list('enquiries/')) {
		const found = await readEnquiry(store, key);
		if (!found || !('delivery' in found.value) || !found.value.delivery.held) continue;
		await advance(store, { key, found }, renewed(found.value));
	}
}
