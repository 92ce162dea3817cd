import type { GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';

/** A path for every edition of every policy, for the pages and files that each has. */
export const editionPaths = (async () => {
	const policies = await getCollection('policies');
	return policies.flatMap(({ id, data: { policy } }) =>
		policy.editions.map((edition) => ({
			params: { policy: id, date: edition.date },
			props: { policy, edition },
		})),
	);
}) satisfies GetStaticPaths;
