import { ledger } from '#src/forms/mails.ts';
import type { OpenEnquiry } from '../../enquiry/enquiry.ts';

type Told = Pick<OpenEnquiry, 'message'> & Partial<Pick<OpenEnquiry, 'received'>>;

/**
 * What shows later that somebody agreed or objected: when it was sent, under which policy, and each box with its exact
 * words, their hash and how it was left. None where the form has no boxes or the record does not hold their words.
 */
export function ledgerRows({ received, message }: Told): [label: string, value: string][] {
	const { decisions = [], policy, policyHash } = message;
	if (decisions.length === 0) return [];
	return [
		...(received === undefined ? [] : [ledger.sent(new Date(received).toISOString())]),
		...(policyHash ? [ledger.policy(policy, policyHash)] : []),
		...decisions.map(ledger.box),
	];
}
