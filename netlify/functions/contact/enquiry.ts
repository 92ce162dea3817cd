import type { ContactValues, Topic } from '#src/forms/contact.ts';
import type { Mail } from './compose.ts';

/** What a message was let through by. */
export type Proof = 'sum';

/** What a visitor sent, as it is kept until it is delivered. */
export interface Message {
	readonly values: ContactValues & { readonly topic: Topic };
	readonly proof: Proof;
	/** The privacy policy that was in force, by its effective date. */
	readonly policy: string;
}

/** How far the delivery has come. Times are milliseconds since 1970. */
export interface Delivery {
	readonly tries: number;
	/** 1, and one more each time that the mail is made anew; part of the idempotency key. */
	readonly generation: number;
	/** When this generation was first handed to the provider, whose memory of it ends a day later. */
	readonly first?: number;
	/** The very mail of this generation, so that every try sends the same bytes. */
	readonly mail?: Mail;
	/** Until when a sender has it to itself. */
	readonly lease?: number;
	/** Not before then. */
	readonly due?: number;
	/** Why no try will be made until a person decides. */
	readonly held?: Held;
	/** The provider's id of the mail. */
	readonly id?: string;
	/** The provider's name for the last error. */
	readonly error?: string;
}

/** `refused`: the provider will never take this mail. `unknown`: it may have, too long ago to ask. */
export type Held = 'refused' | 'unknown';

interface Kept {
	readonly reference: string;
	/** Keyed hash of what was typed: the same content has the same one. */
	readonly fingerprint: string;
	/** Random for each request, to know one's own write again. */
	readonly writer: string;
	readonly received: number;
}

/** An enquiry that still holds what the visitor wrote. */
export interface Open extends Kept {
	readonly state: 'received' | 'sending' | 'accepted' | 'failed';
	readonly message: Message;
	readonly delivery: Delivery;
}

/** What is left of a delivered enquiry: enough to answer a repeat, nothing personal. */
export interface Delivered extends Kept {
	readonly state: 'delivered';
	readonly topic: Topic;
}

/** A question that was answered wrongly and lets nothing through any more. */
export interface Spent {
	readonly state: 'spent';
	readonly received: number;
}

export type Enquiry = Open | Delivered | Spent;
export type State = Enquiry['state'];

/** Every step that an enquiry may take; each is one conditional write. The README's table is made from this. */
export const transitions: Readonly<Record<State, readonly State[]>> = {
	received: ['sending', 'failed'],
	sending: ['sending', 'accepted', 'delivered', 'failed'],
	accepted: ['delivered', 'failed'],
	failed: ['sending', 'failed', 'delivered'],
	delivered: [],
	spent: [],
};

const day = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The key of the one record that a question lets through, under the day on which the question was asked (UTC). */
export const enquiryKey = ({ issued, nonce }: { issued: number; nonce: string }): string =>
	`enquiries/${day(issued)}/${nonce}`;

/** The record without what the visitor wrote. */
export const tombstone = ({
	message,
	reference,
	fingerprint,
	writer,
	received,
}: Open): Delivered => ({
	state: 'delivered',
	topic: message.values.topic,
	reference,
	fingerprint,
	writer,
	received,
});
