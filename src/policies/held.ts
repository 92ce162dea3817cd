import type { Policy, Published } from './versions/versions.ts';

/** What was read of a folder of policies. */
interface Checked {
	readonly folder: string;
	readonly policies: readonly Policy[];
}

/** The process has several copies of this module: one checks, one loads the content, one draws the pages. */
const shared = globalThis as {
	[checked]?: Checked | undefined;
	[published]?: readonly Published[];
};
const checked = Symbol.for('policies as checked');
const published = Symbol.for('policies as published');

/** Hands the policies of a folder to the build that follows, so that it need not read them again. */
export function handOver(folder: string, policies: readonly Policy[]): void {
	shared[checked] = { folder, policies };
}

/** The policies of a folder as they were handed over, once: files may change before a later build. */
export function takeOver(folder: string): readonly Policy[] | undefined {
	const { [checked]: found } = shared;
	shared[checked] = undefined;
	return found?.folder === folder ? found.policies : undefined;
}

/** Keeps the policies for the pages; the content store would write every word of them to disk and read it back. */
export function hold(policies: readonly Published[]): void {
	shared[published] = policies;
}

/** The policies that the content loader read last. */
export function held(): readonly Published[] {
	const { [published]: policies } = shared;
	if (!policies)
		throw new Error('No policies were read: they are kept while Astro builds or serves');
	return policies;
}
