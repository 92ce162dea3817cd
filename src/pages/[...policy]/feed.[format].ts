import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getCollection } from 'astro:content';
import { company } from '#src/company.ts';
import { addresses } from '#src/policies/versions/addresses.ts';
import { atom, jsonFeed } from '#src/policies/feeds/feed-formats.ts';
import { entries } from '#src/policies/feeds/feed.ts';

const { site, name } = company;
const formats = {
	xml: { write: atom, address: addresses.atom },
	json: { write: jsonFeed, address: addresses.jsonFeed },
} as const;

/** One feed for all policies, wording included, and one for each with what matters. */
export const getStaticPaths = (async () => {
	const policies = (await getCollection('policies')).map(({ data }) => data.policy);
	const feeds = [
		{ policy: undefined, policies, editorial: true, subject: 'our policies', home: '/' },
		...policies.map((policy) => ({
			policy: policy.slug,
			policies: [policy],
			editorial: false,
			subject: `the ${policy.title.toLowerCase()}`,
			home: addresses.versions(policy.slug),
		})),
	];
	return feeds.flatMap(({ policy, ...feed }) =>
		(['xml', 'json'] as const).map((format) => ({
			params: { policy, format },
			props: { ...feed, ...formats[format], self: formats[format].address(policy) },
		})),
	);
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => {
	const { write, home, self, subject, policies, editorial } = props;
	const channel = { title: `${name}: changes to ${subject}`, author: name, site, self, home };
	return new Response(write(channel, entries({ policies, site, editorial })));
};
