import { feedParts, GET } from './_feeds.ts';

export { GET };

/** The newest entries of each feed. */
export const getStaticPaths = async () =>
	(await feedParts()).filter(({ params }) => params.page === undefined);
