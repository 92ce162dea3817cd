import { advance, readEnquiry } from './advance.ts';
import { claimSlot, networkScope, nextHour } from './budget.ts';
import { deliver, failed, isDue } from './deliver.ts';
import type { Post } from './post.ts';

/**
 * The first try to deliver what was just kept: at once, unless the visitor's network has had its mails of this hour;
 * then in the next one. What fails is left for a later round.
 */
export async function firstTry(post: Post, key: string, address: string): Promise<void> {
	const { store, now, keys, budgets } = post;
	const found = await readEnquiry(store, key);
	if (!found || !isDue(found.value, now())) return;
	const mine = { key, found: { value: found.value, etag: found.etag } };
	const scope = networkScope(keys.current, { address, now: now() });
	const fresh = found.value.state === 'received';
	if (fresh && scope && !(await claimSlot(store, { scope, slots: budgets.network }, post))) {
		const delayed = failed(found.value, { due: nextHour(now()), error: 'over_budget' });
		await advance(store, mine, delayed);
		return;
	}
	await deliver(post, key, mine.found);
}
