import { formOf, type Topic } from '#src/forms/forms.ts';
import { type Keys, seal, unseal } from './keys.ts';
import type { Receipt } from './outcome.ts';

/** What a receipt's address says, past its key's name. A change of its shape needs a new prefix. */
type Payload = readonly [
	form: Receipt['form'],
	reference: string,
	topic: Topic,
	received: number,
	/** Empty where there is no day by which we answer. */
	due: string,
	policy?: readonly [date: string, sha256: string],
];
const prefix = 'r2';

/** What the first receipts said, all of them of the contact form. */
type FirstPayload = readonly [reference: string, topic: Topic, received: number];
const firstPrefix = 'r1';

/** The address of a receipt, signed; the same receipt always has the same address. */
export function receiptPath(keys: Keys, receipt: Receipt): string {
	const { form, reference, topic, received, due = '', policy } = receipt;
	const told = [form, reference, topic, received, due] as const;
	const payload: Payload = policy ? [...told, [policy.date, policy.sha256]] : told;
	const r = seal(keys.current, { prefix, purpose: 'receipt', payload });
	return `${formOf(form).sent}?${new URLSearchParams({ r })}`;
}

/** The receipt that an address carries, or undefined when it was not signed here. */
export function readReceipt(keys: Keys, text: string): Receipt | undefined {
	const opened = (name: string) =>
		unseal(keys, { prefix: name, purpose: 'receipt', text })?.payload;
	// Signed here, each under its prefix.
	const first = opened(firstPrefix) as FirstPayload | undefined;
	if (first) {
		const [reference, topic, received] = first;
		return { form: 'contact', reference, topic, received };
	}
	const payload = opened(prefix) as Payload | undefined;
	if (!payload) return undefined;
	const [form, reference, topic, received, due, version] = payload;
	const policy = version && { date: version[0], sha256: version[1] };
	return { form, reference, topic, received, ...(due && { due }), ...(policy && { policy }) };
}
