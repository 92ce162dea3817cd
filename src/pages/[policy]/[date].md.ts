import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { company } from '#src/company.ts';
import { markdownFile } from '#src/policies/feeds/version-record.ts';
import { editionPaths } from './_editions.ts';

export const getStaticPaths = editionPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { policy, edition } }) =>
	new Response(markdownFile(policy, edition, company.site));
