import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { policies } from '#src/layouts/policies.ts';
import { cacheKeys } from './_cache-key.ts';
import { company } from '#src/company.ts';
import { versionRecord } from '#src/policies/feeds/version-record.ts';

export const getStaticPaths = (async () => {
	const key = await cacheKeys();
	return (await policies()).map((policy) => ({
		params: { policy: policy.slug },
		props: { policy },
		...key(policy),
	}));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { policy } }) =>
	new Response(`${JSON.stringify(versionRecord(policy, company.site), null, '\t')}\n`);
