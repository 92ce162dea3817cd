/**
 * Lets a browser that can fetch a page of this site once somebody points at a link to it. Every page's address ends with
 * a slash and has no query; what the function answers, what is signed and what is downloaded never does.
 */
const rules = {
	prefetch: [
		{
			where: { href_matches: { pathname: '{/*}?/', search: '' } },
			eagerness: 'moderate',
		},
	],
};

export const GET = (): Response => Response.json(rules);
