import type { GetStaticPaths } from 'astro';
import { policies } from '#src/layouts/policies.ts';
import { cacheKeys } from './_cache-key.ts';

/** A path for every edition of every policy, for the pages and files that each has. */
export const editionPaths = (async () => {
	const key = await cacheKeys();
	return (await policies()).flatMap((policy) =>
		policy.editions.map((edition) => ({
			params: { policy: policy.slug, date: edition.date },
			props: { policy, edition },
			...key(policy),
		})),
	);
}) satisfies GetStaticPaths;
