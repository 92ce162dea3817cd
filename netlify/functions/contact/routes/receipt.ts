import type { RouteHandler } from './request-context.ts';
import { receiptPage, refusalPage } from '../responses/pages.ts';
import { readReceipt } from '../responses/receipt.ts';

/** The page that a sent form leads to. */
export const run: RouteHandler = async (request, { buildData, issuer }) => {
	const signed = new URL(request.url).searchParams.get('r') ?? '';
	const found = readReceipt((await issuer()).keys, signed);
	if (!found) return { response: refusalPage(buildData, 'missing'), outcome: 'missing' };
	const { reference } = found;
	return { response: receiptPage(buildData, found), outcome: 'receipt', reference };
};
