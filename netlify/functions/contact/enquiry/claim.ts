import { randomBytes } from 'node:crypto';
import type { FormValues } from '#src/forms/form.ts';
import { readEnquiry } from './transition.ts';
import {
	type ChallengeIdentity,
	type Enquiry,
	enquiryKey,
	leaseDuration,
	type Message,
	type OpenEnquiry,
	policyOf,
	recordVersion,
	type SpentChallenge,
	type Tombstone,
} from './enquiry.ts';
import { mac } from '../shared/keys.ts';
import type { Receipt } from '../shared/outcome.ts';
import { addEntry, entryOf, moveEntry } from './pending.ts';
import { reference } from './reference.ts';
import type { Store, Stored } from './store.ts';

/**
 * What became of a claim. `ours`: the message is safe under its key, from this request, which then has it to itself for
 * the time of a lease (`mine`), or from an earlier one with the same content. `used`: the question let another message
 * through. `unsure`: the store did not prove that it holds it.
 */
export type Claim =
	| {
			readonly kind: 'ours';
			readonly receipt: Omit<Receipt, 'topic'>;
			readonly mine?: Stored<OpenEnquiry>;
	  }
	| { readonly kind: 'used' }
	| { readonly kind: 'unsure' };

/** The keyed hash of what was typed and ticked, in the order of the form. */
export const fingerprint = ({ key }: ChallengeIdentity, values: FormValues): string =>
	mac(key, 'fingerprint', JSON.stringify(Object.values(values))).toString('base64url');

/** The record that a message would be kept as. */
export function newEnquiry(
	challenge: ChallengeIdentity,
	message: Message,
	{ now, due }: { readonly now: number; readonly due?: string | undefined },
): OpenEnquiry {
	return {
		version: recordVersion,
		state: 'received',
		form: challenge.form,
		reference: reference(challenge.key, challenge.nonce),
		fingerprint: fingerprint(challenge, message.values),
		writer: randomBytes(12).toString('base64url'),
		received: now,
		...(due && { due }),
		issued: challenge.issued,
		message,
		delivery: { tries: 0, generation: 1, lease: now + leaseDuration },
	};
}

/** What a receipt says of a kept message, whatever else it says. */
export function receiptOf(kept: OpenEnquiry | Tombstone): Omit<Receipt, 'topic'> {
	const { form, reference, received, due } = kept;
	const policy = policyOf(kept);
	return { form, reference, received, ...(due && { due }), ...(policy && { policy }) };
}

const ours = (record: OpenEnquiry, etag: string): Claim => {
	return { kind: 'ours', receipt: receiptOf(record), mine: { value: record, etag } };
};

function compare({ value: found, etag }: Stored<Enquiry>, record: OpenEnquiry): Claim {
	if (found.state === 'received' && found.writer === record.writer) return ours(record, etag);
	if (!('fingerprint' in found) || found.fingerprint !== record.fingerprint) {
		return { kind: 'used' };
	}
	return { kind: 'ours', receipt: receiptOf(found) };
}

/** Keeps a record, or finds the one that is there. */
async function keep(store: Store, key: string, record: OpenEnquiry): Promise<Claim> {
	const written = await store.create(key, record);
	if (typeof written === 'object') return ours(record, written.etag);
	const found = await readEnquiry(store, key);
	if (!found) return { kind: 'unsure' };
	// The record that is there has an entry of its own, unless it is this one.
	await moveEntry(store, entryOf(key, record), entryOf(key, found.value));
	return compare(found, record);
}

/**
 * Keeps the message and spends the question in one write that succeeds once. Whatever the write answered, only an ETag
 * or the record itself, read back, counts as kept. The pending entry comes first, so that what is kept is always found
 * again. Never throws.
 */
export async function claim(
	store: Store,
	challenge: ChallengeIdentity,
	record: OpenEnquiry,
): Promise<Claim> {
	const key = enquiryKey(challenge);
	try {
		const entry = entryOf(key, record);
		if (entry === undefined || !(await addEntry(store, entry))) return { kind: 'unsure' };
		return await keep(store, key, record);
	} catch {
		return { kind: 'unsure' };
	}
}

/**
 * Whether the work of a challenge counts for a message: it does for the first that brings it, however often that is sent.
 * While the store cannot tell it counts, which harms nobody.
 */
export async function claimWork(
	store: Store,
	challenge: ChallengeIdentity,
	{ values, now }: { readonly values: FormValues; readonly now: number },
): Promise<boolean> {
	const workedFor = fingerprint(challenge, values);
	const key = enquiryKey(challenge);
	const spent: SpentChallenge = {
		version: recordVersion,
		state: 'spent',
		received: now,
		workedFor,
	};
	if ((await store.create(key, spent)) !== 'refused') return true;
	const found = await readEnquiry(store, key).catch(() => undefined);
	return !found || ('workedFor' in found.value && found.value.workedFor === workedFor);
}

/** Takes a wrongly answered question out of use. When the store is away the question stays good, which harms nobody. */
export async function spendChallenge(
	store: Store,
	challenge: ChallengeIdentity,
	now: number,
): Promise<void> {
	const spent: SpentChallenge = { version: recordVersion, state: 'spent', received: now };
	await store.create(enquiryKey(challenge), spent);
}
