import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getCollection } from 'astro:content';
import { company } from '#src/company.ts';
import { markdownFile } from '#src/policies/record.ts';

export const getStaticPaths = (async () => {
	const policies = await getCollection('policies');
	return policies.flatMap(({ id, data: { policy } }) =>
		policy.editions.map((edition) => ({
			params: { policy: id, date: edition.date },
			props: { policy, edition },
		})),
	);
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { policy, edition } }) =>
	new Response(markdownFile(policy, edition, company.site));
