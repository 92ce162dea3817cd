import * as z from 'zod/mini';
import { contact, type Topic } from '#src/forms/contact.ts';
import { type Keys, seal, unseal } from './keys.ts';

const topics = contact.fields.topic.choices.map(({ value }) => value);

const Payload = z.tuple([z.string().check(z.regex(/^[A-Z2-9]{8}$/)), z.enum(topics), z.int()]);

/** What a receipt tells, and nothing that names a person. */
export interface Receipt {
	readonly reference: string;
	readonly topic: Topic;
	/** Milliseconds since 1970. */
	readonly received: number;
}

/** The address of a receipt, signed; the same receipt always has the same address. */
export function receiptPath(keys: Keys, { reference, topic, received }: Receipt): string {
	const payload = [reference, topic, received];
	const r = seal(keys.current, { prefix: 'r1', purpose: 'receipt', payload });
	return `${contact.sent}?${new URLSearchParams({ r })}`;
}

/** The receipt that an address carries, or undefined when it was not signed here. */
export function readReceipt(keys: Keys, text: string): Receipt | undefined {
	const opened = unseal(keys, { prefix: 'r1', purpose: 'receipt', text });
	const payload = Payload.safeParse(opened?.payload);
	if (!payload.success) return undefined;
	const [reference, topic, received] = payload.data;
	return { reference, topic, received };
}
