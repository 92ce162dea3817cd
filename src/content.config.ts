import { glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { company } from '#src/company.ts';
import { hold, takeOver } from '#src/policies/held.ts';
import { folderOf, showsDrafts, today } from '#src/policies/versions/clock.ts';
import { digestOf, type Policy, publishAll } from '#src/policies/versions/versions.ts';

const pages = defineCollection({
	loader: glob({ base: 'src/content/pages', pattern: '*.mdx' }),
	schema: z.strictObject({
		title: z.string().min(1),
		description: z.string().min(50).max(160),
	}),
});

/**
 * The policies as readers of today see them, one entry each, which says only whether they changed. In development those
 * that can be read: the check tells what is wrong with the others.
 */
const published: Loader = {
	name: 'policies',
	async load({ store, parseData, watcher, logger }) {
		const folder = folderOf(process.env);
		async function fill() {
			const day = today(process.env, company.timeZone);
			const drafts = showsDrafts(process.env, import.meta.env.DEV);
			const policies = publishAll(await read(folder), day, { drafts });
			hold(policies);
			store.clear();
			for (const policy of policies) {
				const data = await parseData({ id: policy.slug, data: { digest: digestOf(policy) } });
				store.set({ id: policy.slug, data });
			}
		}
		await fill();
		watcher?.add(folder);
		watcher?.on('all', (_, file) => {
			if (file.includes(folder)) fill().catch((cause: Error) => logger.error(cause.message));
		});
	},
};

/** The policies as the check before a build read them, or read here. */
async function read(folder: string): Promise<readonly Policy[]> {
	const checked = import.meta.env.DEV ? undefined : takeOver(folder);
	if (checked) return checked;
	// Loaded late, because Vite would take its many modules apart for nothing.
	const { readFolder, readPolicies } = await import('#src/policies/read.ts');
	return import.meta.env.DEV ? readFolder(folder).policies : readPolicies(folder);
}

const policies = defineCollection({
	loader: published,
	schema: z.object({ digest: z.string() }),
});

export const collections = { pages, policies };
