import { plain } from '#contact/responses/plain.ts';

/** What the address of a file answers to any method but GET and HEAD. */
export function methodNotAllowed(): Response {
	const response = plain(405, 'This address answers GET and HEAD only.');
	response.headers.set('allow', 'GET, HEAD');
	return response;
}
