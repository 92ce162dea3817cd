import type { Post } from './post.ts';

const pause = 30_000;

const last = new WeakMap<object, number>();

/**
 * A small round behind an answer, twice a minute at most for each place where records are kept. Never throws: what it
 * could not do is left for the next.
 */
export async function sweep(post: Post): Promise<void> {
	const now = post.now();
	if (now - (last.get(post.store) ?? Number.NEGATIVE_INFINITY) < pause) return;
	last.set(post.store, now);
	try {
		const { drain } = await import('./drain.ts');
		await drain(post, { reads: 20, tries: 3 });
	} catch {
		// The store is away; the next round finds what this one would have.
	}
}
