import { feedParts, GET } from '../_feeds.ts';

export { GET };

/** The archives of each feed, for those that have more entries than it holds. */
export const getStaticPaths = async () =>
	(await feedParts()).filter(({ params }) => params.page !== undefined);
