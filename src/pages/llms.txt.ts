import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { company } from '#src/company.ts';
import { llmsText } from '#src/policies/feeds/version-record.ts';

export const GET: APIRoute = async () => {
	const policies = await getCollection('policies');
	return new Response(
		llmsText(
			policies.map(({ data }) => data.policy),
			company,
		),
	);
};
