import { pendingEntries, type Queue } from '../../enquiry/pending.ts';
import type { Store } from '../../enquiry/store.ts';

/** What waits in a queue. */
export interface QueueState {
	readonly count: number;
	/** When its oldest enquiry was received, in milliseconds since 1970; absent while nothing waits. */
	readonly oldest?: number;
}

/** How far a queue is counted: as far as one request lists it. */
const counted = 1_000;

/** What waits in a queue, up to a thousand enquiries. Throws when the store cannot be read. */
export async function queueState(store: Store, queue: Queue): Promise<QueueState> {
	let count = 0;
	let oldest = Number.POSITIVE_INFINITY;
	for await (const { received } of pendingEntries(store, queue)) {
		oldest = Math.min(oldest, received);
		if (++count === counted) break;
	}
	return count === 0 ? { count } : { count, oldest };
}
