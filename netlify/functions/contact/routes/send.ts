import { contact } from '#src/forms/contact.ts';
import { read } from '#src/forms/read.ts';
import type { Answered, Route } from '../around.ts';
import type { Built } from '../built.ts';
import { EnvironmentError } from '../environment-error.ts';
import { formPage, refusalPage, toReceipt } from '../pages.ts';
import type { Desk } from '../post.ts';
import { fromOwnPage, readBody } from '../read-body.ts';
import { submit } from '../submit.ts';
import { sweep } from '../sweep.ts';

/** Without a key nothing can be proved or kept: the text goes back, with the other ways to reach us. */
function unavailable(built: Built, data: URLSearchParams, { message }: EnvironmentError): Answered {
	const { values } = read(contact.fields, data);
	const response = formPage(built, { kind: 'unavailable', values, at: Date.now() });
	return { response, outcome: 'misconfigured', detail: message };
}

/** Takes what the form sends. */
export const run: Route = async (request, { built, desk, address, sweepIsDue }) => {
	const data = await readBody(request);
	if (typeof data === 'string') return { response: refusalPage(built, data), outcome: data };
	let open: Desk;
	try {
		open = await desk();
	} catch (error) {
		if (!(error instanceof EnvironmentError)) throw error;
		return unavailable(built, data, error);
	}
	const outcome = await submit(open, { data, ownPage: fromOwnPage(request), address });
	if (outcome.kind !== 'sent') {
		const reason = outcome.kind === 'step' ? { detail: outcome.reason } : {};
		return { response: formPage(built, outcome), outcome: outcome.kind, ...reason };
	}
	if (sweepIsDue()) open.later(() => sweep(open));
	const { receipt, kept } = outcome;
	const response = toReceipt(built, open.issuer, receipt);
	return { response, outcome: kept ? 'stored' : 'mailed', reference: receipt.reference };
};
