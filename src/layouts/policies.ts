import { getCollection } from 'astro:content';
import { held } from '#src/policies/held.ts';
import type { Published } from '#src/policies/versions/versions.ts';

/** The policies as readers of today see them, by their slugs. While somebody edits, the collection tells Astro when they changed. */
export async function policies(): Promise<readonly Published[]> {
	if (import.meta.env.DEV) await getCollection('policies');
	return held();
}
