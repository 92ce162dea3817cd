import { randomBytes } from 'node:crypto';
import type { ContactValues } from '#src/forms/contact.ts';
import { readEnquiry } from './advance.ts';
import type { Question } from './challenge.ts';
import { type Enquiry, enquiryKey, lease, type Message, type Open } from './enquiry.ts';
import { mac } from './keys.ts';
import { reference } from './reference.ts';
import type { Store, Stored } from './store.ts';

/**
 * What became of a claim. `ours`: the message is safe under its key, from this request, which then has it to itself for
 * the time of a lease (`mine`), or from an earlier one with the same content. `used`: the question let another message through. `unsure`: the store did not prove that it holds it.
 */
export type Claim =
	| {
			readonly kind: 'ours';
			readonly reference: string;
			readonly received: number;
			readonly mine?: Stored<Open>;
	  }
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
		issued: question.issued,
		message,
		delivery: { tries: 0, generation: 1, lease: now + lease },
	};
}

const ours = (record: Open, etag: string): Claim => {
	const { reference, received } = record;
	return { kind: 'ours', reference, received, mine: { value: record, etag } };
};

function compare({ value: found, etag }: Stored<Enquiry>, record: Open): Claim {
	if (found.state === 'spent') return { kind: 'used' };
	if (found.state === 'received' && found.writer === record.writer) return ours(record, etag);
	if (found.fingerprint !== record.fingerprint) return { kind: 'used' };
	return { kind: 'ours', reference: found.reference, received: found.received };
}

/**
 * Keeps the message and spends the question in one write that succeeds once. Whatever the write answered, only an ETag
 * or the record itself, read back, counts as kept. Never throws.
 */
export async function claim(store: Store, question: Question, record: Open): Promise<Claim> {
	const key = enquiryKey(question);
	try {
		const written = await store.create(key, record);
		if (typeof written === 'object') return ours(record, written.etag);
		const found = await readEnquiry(store, key);
		return found ? compare(found, record) : { kind: 'unsure' };
	} catch {
		return { kind: 'unsure' };
	}
}

/** Takes a wrongly answered question out of use. When the store is away the question stays good, which harms nobody. */
export async function spend(store: Store, question: Question, now: number): Promise<void> {
	await store.create(enquiryKey(question), { state: 'spent', received: now } satisfies Enquiry);
}
