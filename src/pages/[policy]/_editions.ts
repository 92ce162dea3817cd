import type { GetStaticPaths } from 'astro';
import { policies } from '#src/layouts/policies.ts';

/** A path for every edition of every policy, for the pages and files that each has. */
export const editionPaths = (async () => {
	return (await policies()).flatMap((policy) =>
		policy.editions.map((edition) => ({
			params: { policy: policy.slug, date: edition.date },
			props: { policy, edition },
		})),
	);
}) satisfies GetStaticPaths;
