import type { Receipt } from './outcome.ts';
import { contact, type Topic } from '#src/forms/contact.ts';
import { type Keys, seal, unseal } from './keys.ts';

/** What a receipt's address says, past its key's name. A change of its shape needs a new prefix. */
type Payload = readonly [reference: string, topic: Topic, received: number];
const prefix = 'r1';

/** The address of a receipt, signed; the same receipt always has the same address. */
export function receiptPath(keys: Keys, { reference, topic, received }: Receipt): string {
	const payload: Payload = [reference, topic, received];
	const r = seal(keys.current, { prefix, purpose: 'receipt', payload });
	return `${contact.sent}?${new URLSearchParams({ r })}`;
}

/** The receipt that an address carries, or undefined when it was not signed here. */
export function readReceipt(keys: Keys, text: string): Receipt | undefined {
	const opened = unseal(keys, { prefix, purpose: 'receipt', text });
	if (!opened) return undefined;
	// Signed here, under this prefix.
	const [reference, topic, received] = opened.payload as Payload;
	return { reference, topic, received };
}
