import type { Route } from '../around.ts';
import { receiptPage, refusalPage } from '../pages.ts';
import { readReceipt } from '../receipt.ts';

/** The page that a sent form leads to. */
export const run: Route = async (request, { built, issuer }) => {
	const signed = new URL(request.url).searchParams.get('r') ?? '';
	const found = readReceipt((await issuer()).keys, signed);
	if (!found) return { response: refusalPage(built, 'missing'), outcome: 'missing' };
	const { reference } = found;
	return { response: receiptPage(built, found), outcome: 'receipt', reference };
};
