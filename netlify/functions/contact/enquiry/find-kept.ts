import type { FormValues } from '#src/forms/form.ts';
import type { Receipt } from '../shared/outcome.ts';
import { fingerprint, receiptOf } from './claim.ts';
import { type ChallengeIdentity, enquiryKey } from './enquiry.ts';
import type { Store } from './store.ts';
import { readEnquiry } from './transition.ts';

/** Finds the enquiry with this very content that a challenge let through before. Undefined also when the store cannot tell. */
export async function findKept(
	store: Store,
	challenge: ChallengeIdentity,
	values: FormValues,
): Promise<Omit<Receipt, 'topic'> | undefined> {
	const found = await readEnquiry(store, enquiryKey(challenge)).catch(() => undefined);
	if (!found || !('fingerprint' in found.value)) return undefined;
	const { value } = found;
	return value.fingerprint === fingerprint(challenge, values) ? receiptOf(value) : undefined;
}
