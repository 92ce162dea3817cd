import { contact } from '#src/forms/contact.ts';
import { read } from '#src/forms/read.ts';
import type { Answer, RouteHandler, Services } from './request-context.ts';
import type { BuildData } from '../shared/build-data.ts';
import { EnvironmentError } from '../shared/environment-error.ts';
import { formPage, refusalPage, redirectToReceipt } from '../responses/pages.ts';
import { fromOwnPage, readBody } from '../submission/read-body.ts';
import { submit } from '../submission/submit.ts';
import { sweep } from '../delivery/rounds/sweep.ts';

/** Without a key nothing can be proved or kept: the text goes back, with the other ways to reach us. */
function unavailable(
	buildData: BuildData,
	data: URLSearchParams,
	{ message }: EnvironmentError,
): Answer {
	const { values } = read(contact.fields, data);
	const response = formPage(buildData, { kind: 'unavailable', values }, Date.now());
	return { response, outcome: 'misconfigured', detail: message };
}

/** Takes what the form sends. */
export const run: RouteHandler = async (request, { buildData, services, address, sweepIsDue }) => {
	const data = await readBody(request);
	if (typeof data === 'string') return { response: refusalPage(buildData, data), outcome: data };
	let open: Services;
	try {
		open = await services();
	} catch (error) {
		if (!(error instanceof EnvironmentError)) throw error;
		return unavailable(buildData, data, error);
	}
	const outcome = await submit(open, { data, ownPage: fromOwnPage(request), address });
	if (outcome.kind !== 'sent') {
		const reason = outcome.kind === 'step' ? { detail: outcome.reason } : {};
		return { response: formPage(buildData, outcome, open.now()), outcome: outcome.kind, ...reason };
	}
	if (sweepIsDue()) open.afterResponse(() => sweep(open));
	const { receipt, kept } = outcome;
	const response = redirectToReceipt(buildData, open.keys, receipt);
	return { response, outcome: kept ? 'stored' : 'mailed', reference: receipt.reference };
};
