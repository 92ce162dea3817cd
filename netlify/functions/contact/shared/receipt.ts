import type { Receipt } from './outcome.ts';
import { contact, type Topic } from '#src/forms/contact.ts';
import { type Keys, seal, unseal } from './keys.ts';

/** What a receipt's address says, past its key's name; the first ones said nothing of the policy. Any other change of its shape needs a new prefix. */
type Payload = readonly [
	reference: string,
	topic: Topic,
	received: number,
	policy?: readonly [date: string, sha256: string],
];
const prefix = 'r1';

/** The address of a receipt, signed; the same receipt always has the same address. */
export function receiptPath(keys: Keys, { reference, topic, received, policy }: Receipt): string {
	const told = [reference, topic, received] as const;
	const payload: Payload = policy ? [...told, [policy.date, policy.sha256]] : told;
	const r = seal(keys.current, { prefix, purpose: 'receipt', payload });
	return `${contact.sent}?${new URLSearchParams({ r })}`;
}

/** The receipt that an address carries, or undefined when it was not signed here. */
export function readReceipt(keys: Keys, text: string): Receipt | undefined {
	const opened = unseal(keys, { prefix, purpose: 'receipt', text });
	if (!opened) return undefined;
	// Signed here, under this prefix.
	const [reference, topic, received, version] = opened.payload as Payload;
	const policy = version && { date: version[0], sha256: version[1] };
	return { reference, topic, received, ...(policy && { policy }) };
}
