import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getCollection } from 'astro:content';
import { company } from '#src/company.ts';
import { versionRecord } from '#src/policies/feeds/version-record.ts';

export const getStaticPaths = (async () => {
	const policies = await getCollection('policies');
	return policies.map(({ id, data }) => ({ params: { policy: id }, props: data }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { policy } }) =>
	new Response(`${JSON.stringify(versionRecord(policy, company.site), null, '\t')}\n`);
