import { advance } from './advance.ts';
import { claimSlot, networkScope, nextHour } from './budget.ts';
import { deliver, deliverKey, failed } from './deliver.ts';
import type { Open } from './enquiry.ts';
import type { Post } from './post.ts';
import type { Stored } from './store.ts';

/** A message that is kept, and the request that brought it. */
export interface Brought {
	readonly key: string;
	/** Absent when an earlier request kept it. */
	readonly mine?: Stored<Open> | undefined;
	/** The visitor's network address. */
	readonly address: string;
}

/** The message as one of a crowd: later, and labelled. */
function delayed({ message, ...enquiry }: Open, now: number): Open {
	const signals = [...message.signals, 'crowded' as const];
	const change = { due: nextHour(now), error: 'over_budget' };
	return failed({ ...enquiry, message: { ...message, signals } }, change);
}

/**
 * The try behind the answer: at once, unless the visitor's network has had its mails of this hour; then in the next
 * one, with a label. Never throws: what fails is left for a later round.
 */
export async function firstTry(post: Post, { key, mine, address }: Brought): Promise<void> {
	try {
		if (!mine) await deliverKey(post, key);
		else if (await isOverBudget(post, address)) {
			await advance(post.store, { key, found: mine }, delayed(mine.value, post.now()));
		} else await deliver(post, key, mine);
	} catch {
		// The store is away; what was kept is found by the next round.
	}
}

async function isOverBudget(post: Post, address: string): Promise<boolean> {
	const scope = networkScope(post.keys.current, { address, now: post.now() });
	if (scope === undefined) return false;
	return !(await claimSlot(post.store, { scope, slots: post.budgets.network }, post));
}
