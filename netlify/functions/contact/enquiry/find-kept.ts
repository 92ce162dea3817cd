import type { FormValues } from '#src/forms/form.ts';
import { fingerprint } from './claim.ts';
import { type ChallengeIdentity, enquiryKey } from './enquiry.ts';
import type { Store } from './store.ts';
import { readEnquiry } from './transition.ts';

/** What a receipt says of an enquiry that was kept before. */
interface Kept {
	readonly reference: string;
	/** Milliseconds since 1970. */
	readonly received: number;
	readonly due?: string;
}

/** Finds the enquiry with this very content that a challenge let through before. Undefined also when the store cannot tell. */
export async function findKept(
	store: Store,
	challenge: ChallengeIdentity,
	values: FormValues,
): Promise<Kept | undefined> {
	const found = await readEnquiry(store, enquiryKey(challenge)).catch(() => undefined);
	if (!found || !('fingerprint' in found.value)) return undefined;
	const { reference, received, due, fingerprint: kept } = found.value;
	if (kept !== fingerprint(challenge, values)) return undefined;
	return { reference, received, ...(due && { due }) };
}
