import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { canonical } from '#src/policies/text/canonical.ts';
import { editionPaths } from './_editions.ts';

export const getStaticPaths = editionPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

/** The canonical text alone, so that the file's own SHA-256 is the version's. */
export const GET: APIRoute<Props> = ({ props: { edition } }) =>
	new Response(canonical(edition.document));
