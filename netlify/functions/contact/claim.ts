import { randomBytes } from 'node:crypto';
import type { ContactValues } from '#src/forms/contact.ts';
import type { Question } from './challenge.ts';
import { type Enquiry, enquiryKey, type Message, type Open } from './enquiry.ts';
import { mac } from './keys.ts';
import { reference } from './reference.ts';
import type { Store } from './store.ts';

/**
 * What became of a claim. `ours`: the message is safe under its key, from this request or an earlier one with the same
 * content. `used`: the question let another message through. `unsure`: the store did not prove that it holds it.
 */
export type Claim =
	| { readonly kind: 'ours'; readonly reference: string; readonly received: number }
	| { readonly kind: 'used' }
	| { readonly kind: 'unsure' };

/** The keyed hash of what was typed and ticked, in the order of the form. */
const fingerprint = ({ key }: Question, values: ContactValues): string =>
	mac(key, 'fingerprint', JSON.stringify(Object.values(values))).toString('base64url');

/** The record that a message would be kept as. */
export function received(question: Question, message: Message, now: number): Open {
	return {
		state: 'received',
		reference: reference(question.key, question.nonce),
		fingerprint: fingerprint(question, message.values),
		writer: randomBytes(12).toString('base64url'),
		received: now,
		message,
		delivery: { tries: 0, generation: 1 },
	};
}

function compare(found: Enquiry, record: Open): Claim {
	if (found.state === 'spent') return { kind: 'used' };
	const same = found.writer === record.writer || found.fingerprint === record.fingerprint;
	if (!same) return { kind: 'used' };
	return { kind: 'ours', reference: found.reference, received: found.received };
}

/**
 * Keeps the message and spends the question in one write that succeeds once. Whatever the write answered, only an ETag
 * or the record itself, read back, counts as kept. Never throws.
 */
export async function claim(store: Store, question: Question, record: Open): Promise<Claim> {
	const key = enquiryKey(question);
	const written = await store.create(key, record);
	if (typeof written === 'object') {
		return { kind: 'ours', reference: record.reference, received: record.received };
	}
	try {
		const found = await store.read(key);
		// Only this function writes under these keys.
		if (found) return compare(found.value as Enquiry, record);
	} catch {
		return { kind: 'unsure' };
	}
	return { kind: 'unsure' };
}

/** Takes a wrongly answered question out of use. When the store is away the question stays good, which harms nobody. */
export async function spend(store: Store, question: Question, now: number): Promise<void> {
	await store.create(enquiryKey(question), { state: 'spent', received: now } satisfies Enquiry);
}
