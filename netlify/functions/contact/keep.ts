import type { ContactValues, Topic } from '#src/forms/contact.ts';
import { ask, type Question } from './challenge.ts';
import { claim, received } from './claim.ts';
import { deliverDirectly } from './deliver.ts';
import { enquiryKey, type Message } from './enquiry.ts';
import { firstTry } from './first-try.ts';
import type { Outcome } from './outcome.ts';
import type { Desk } from './post.ts';
import type { Given, Proof } from './prove.ts';
import type { Signal } from './signals.ts';

/** A form without problems that has proved what it must. */
export interface Proven {
	readonly values: ContactValues;
	readonly question: Question;
	readonly given: Given;
	readonly proofs: readonly Proof[];
	readonly signals: readonly Signal[];
	/** The visitor's network address; kept nowhere. */
	readonly address: string;
}

/** The question let another message through, so a new one is asked. */
function used({ issuer }: Desk, { values, question: { wrong }, signals }: Proven): Outcome {
	const question = ask(issuer, { returned: true, wrong, signals });
	return { kind: 'step', values, reason: 'used', question };
}

/** Keeps a message under its question's key, once, and sees to its delivery after the answer. */
export async function keep(desk: Desk, proven: Proven): Promise<Outcome> {
	const { values, question, given, proofs, signals, address } = proven;
	// The form is without problems, so its topic is one of the choices.
	const complete = values as Message['values'] & { readonly topic: Topic };
	const content: Message = { values: complete, proofs, signals, policy: desk.policy };
	const record = received(question, content, desk.now());
	const key = enquiryKey(question);
	const claimed = await claim(desk.store, question, record);
	if (claimed.kind === 'used') return used(desk, proven);
	const receipt = { reference: record.reference, topic: complete.topic, received: record.received };
	if (claimed.kind === 'ours') {
		const { reference, received, mine } = claimed;
		desk.later(() => firstTry(desk, { key, mine, address }));
		return { kind: 'sent', receipt: { ...receipt, reference, received }, kept: true };
	}
	const sent = await deliverDirectly(desk, key, record);
	if (sent.kind === 'accepted') return { kind: 'sent', receipt, kept: false };
	return { kind: 'unavailable', values, question, given, at: desk.now() };
}
