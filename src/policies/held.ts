import type { Published } from './versions/versions.ts';

/** The process has several copies of this module: one loads the content, one draws the pages. */
const shared = globalThis as { [key: symbol]: readonly Published[] | undefined };
const key = Symbol.for('policies as published');

/** Keeps the policies for the pages; the content store would write every word of them to disk and read it back. */
export function hold(policies: readonly Published[]): void {
	shared[key] = policies;
}

/** The policies that the content loader read last. */
export function held(): readonly Published[] {
	const { [key]: policies } = shared;
	if (!policies)
		throw new Error('No policies were read: they are kept while Astro builds or serves');
	return policies;
}
