import { issueChallenge } from '../captcha/challenge.ts';
import { challengeJson } from '../responses/plain.ts';
import { formAt } from './form-at.ts';
import type { RouteHandler } from './request-context.ts';

/** Issues a challenge as JSON. It needs the signing keys only; a sweep that is due starts after the response. */
export const run: RouteHandler = async (request, context) => {
	const { loadDeferred, services, sweepIsDue, afterResponse } = context;
	const response = challengeJson(issueChallenge(await context.issuer(), { form: formAt(request) }));
	if (sweepIsDue()) {
		afterResponse(async () => {
			const { sweep } = await loadDeferred();
			await sweep(await services());
		});
	}
	return { response, outcome: 'challenge' };
};
