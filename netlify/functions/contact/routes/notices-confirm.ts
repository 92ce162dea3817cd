import { notices } from '#src/forms/notices.ts';
import { readRequest } from '../notices/request.ts';
import { confirmPage, gonePage, redirectToConfirmed } from '../responses/notice-pages.ts';
import { refusalPage } from '../responses/pages.ts';
import { readBody } from '../submission/read-body.ts';
import type { Answer, RequestContext, RouteHandler } from './request-context.ts';

/** The page behind the mailed link. It changes nothing, because programs follow links in mails too. */
async function show(request: Request, { buildData, issuer }: RequestContext): Promise<Answer> {
	const token = new URL(request.url).searchParams.get(notices.token) ?? '';
	const { keys, now } = await issuer();
	const found = readRequest(keys, token, now());
	if (!found) return { response: gonePage(buildData), outcome: 'notices gone' };
	const titles = found.policies.map((slug) => buildData.policies[slug] ?? slug);
	const response = confirmPage(buildData, { token, email: found.email, titles });
	return { response, outcome: 'notices shown' };
}

/** The button on it: whoever presses it is told of changes from now on. A second time does no harm. */
async function confirm(request: Request, { buildData, services }: RequestContext): Promise<Answer> {
	const data = await readBody(request);
	if (typeof data === 'string') return { response: refusalPage(buildData, data), outcome: data };
	const token = data.get(notices.token) ?? '';
	const { keys, now, subscribers, policy } = await services();
	const found = readRequest(keys, token, now());
	if (!found) return { response: gonePage(buildData), outcome: 'notices gone' };
	const { email, policies } = found;
	const confirmed = new Date(now()).toISOString();
	const error = subscribers
		? await subscribers.subscribe({ email, policies, confirmed, privacy: policy.date })
		: 'not set up';
	if (error === undefined) {
		return { response: redirectToConfirmed(buildData), outcome: 'notices confirmed' };
	}
	const titles = policies.map((slug) => buildData.policies[slug] ?? slug);
	const response = confirmPage(buildData, { token, email, titles }, true);
	return { response, outcome: 'notices failed', detail: error };
}

/** What the mailed link leads to, and what its button does. */
export const run: RouteHandler = (request, context) =>
	request.method === 'POST' ? confirm(request, context) : show(request, context);
