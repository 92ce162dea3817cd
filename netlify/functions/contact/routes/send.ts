import type { FormId } from '#src/forms/addresses.ts';
import { formOf } from '#src/forms/forms.ts';
import { read } from '#src/forms/read.ts';
import { formAt } from './form-at.ts';
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
	{ form, data }: { readonly form: FormId; readonly data: URLSearchParams },
	{ message }: EnvironmentError,
): Answer {
	const { values } = read(formOf(form).fields, data);
	const outcome = { kind: 'unavailable', values } as const;
	const response = formPage(buildData, { form, outcome }, Date.now());
	return { response, outcome: 'misconfigured', detail: message };
}

/** Takes what a form sends. */
export const run: RouteHandler = async (request, { buildData, services, address, sweepIsDue }) => {
	const form = formAt(request);
	const data = await readBody(request);
	if (typeof data === 'string') {
		return { response: refusalPage(buildData, data, { form }), outcome: data };
	}
	let open: Services;
	try {
		open = await services();
	} catch (error) {
		if (!(error instanceof EnvironmentError)) throw error;
		return unavailable(buildData, { form, data }, error);
	}
	const outcome = await submit(open, { form, data, ownPage: fromOwnPage(request), address });
	if (outcome.kind !== 'sent') {
		const reason = outcome.kind === 'step' ? { detail: outcome.reason } : {};
		const response = formPage(buildData, { form, outcome }, open.now());
		return { response, outcome: outcome.kind, ...reason };
	}
	if (sweepIsDue()) open.afterResponse(() => sweep(open));
	const { receipt, kept } = outcome;
	const response = redirectToReceipt(buildData, open.keys, receipt);
	return { response, outcome: kept ? 'stored' : 'mailed', reference: receipt.reference };
};
