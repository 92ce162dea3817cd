import { readEnquiry } from './advance.ts';
import { type Delivering, deliver, isDue } from './deliver.ts';
import { tellOperator } from './notices.ts';
import type { Post } from './post.ts';
import { answerable, carryOut, fateOf } from './tidy.ts';

/** How far a round goes. */
export interface Round {
	/** Records to read at most. */
	readonly reads: number;
	/** Mails to try at most. */
	readonly tries: number;
}

/** What a round did, in numbers of records. */
export type Drained = Record<Delivering | 'purged', number>;

/** Nothing more will happen to these, so their next sight costs no read: tags of records that are done. */
const done = new Set<string>();
const remembered = 10_000;

function remember(etag: string): void {
	if (done.size > remembered) done.clear();
	done.add(etag);
}

/** Delivers what is due, oldest day first, and tidies up behind it. Throws when the store cannot be read. */
export async function drain(post: Post, { reads, tries }: Round): Promise<Drained> {
	const drained: Drained = {
		delivered: 0,
		accepted: 0,
		waiting: 0,
		delayed: 0,
		held: 0,
		busy: 0,
		purged: 0,
	};
	let [readable, sendable] = [reads, tries];
	const held: string[] = [];
	for await (const { key, etag } of post.store.list('enquiries/')) {
		if (readable === 0) break;
		if (done.has(etag) && answerable(key, post.now())) continue;
		readable--;
		const found = await readEnquiry(post.store, key);
		if (!found) continue;
		const { value } = found;
		const seen = { key, found };
		if (await carryOut(fateOf(seen, post), seen, post.store)) drained.purged++;
		else if (value.state === 'delivered' || value.state === 'spent') remember(found.etag);
		else if (value.delivery.held) held.push(value.reference);
		else if (isDue(value, post.now()) && sendable > 0) {
			sendable--;
			const did = await deliver(post, key, { value, etag: found.etag });
			drained[did]++;
			if (did === 'held') held.push(value.reference);
		}
	}
	if (held.length > 0) await tellOperator(post, held);
	return drained;
}
