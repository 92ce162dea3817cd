import type { Post } from './post.ts';

const pause = 30_000;

/** Tells at which times, in milliseconds, a sweep is due: twice a minute at most. */
export function pacer(): (now: number) => boolean {
	let last = Number.NEGATIVE_INFINITY;
	return (now) => {
		if (now - last < pause) return false;
		last = now;
		return true;
	};
}

/** A small round behind an answer. Never throws: what it could not do is left for the next. */
export async function sweep(post: Post): Promise<void> {
	try {
		const { drain } = await import('./drain.ts');
		await drain(post, { reads: 20, tries: 3 });
	} catch {
		// The store is away; the next round finds what this one would have.
	}
}
