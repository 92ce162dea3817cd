import { formAt } from './form-at.ts';
import type { RouteHandler } from './request-context.ts';
import { receiptPage, refusalPage } from '../responses/pages.ts';
import { readReceipt } from '../shared/receipt.ts';

/** The page that a sent form leads to. */
export const run: RouteHandler = async (request, { buildData, issuer }) => {
	const signed = new URL(request.url).searchParams.get('r') ?? '';
	const { keys, now } = await issuer();
	const found = readReceipt(keys, signed);
	const form = formAt(request);
	if (found?.form !== form) {
		return { response: refusalPage(buildData, 'missing', { form }), outcome: 'missing' };
	}
	const { reference } = found;
	return { response: receiptPage(buildData, found, now()), outcome: 'receipt', reference };
};
