import type { Issuer } from './challenge.ts';
import type { Addresses } from './compose.ts';
import type { Keys } from './keys.ts';
import type { Mailer } from './mail.ts';
import type { Store } from './store.ts';

/** What delivering needs: where enquiries are kept, who carries them, and the rules. */
export interface Post {
	readonly store: Store;
	readonly mailer: Mailer;
	readonly addresses: Addresses;
	readonly keys: Keys;
	/** Mails an hour: for the whole site, and for each network. */
	readonly budgets: { readonly site: number; readonly network: number };
	/** Whether the provider tells how each mail went. Without that, accepted counts as delivered. */
	readonly confirms: boolean;
	/** For how many days anything is kept that does not wait for a person. */
	readonly retentionDays: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** A number from 0 up to 1. */
	readonly random: () => number;
}

/** What is needed to take a submission. */
export interface Desk extends Post {
	readonly issuer: Issuer;
	/** The effective date of the privacy policy in force. */
	readonly policy: string;
	/** Secrets of those who may call without being a visitor; absent where that is not set up. */
	readonly secrets: { readonly webhook?: string; readonly operator?: string };
	/** Goes on after the answer. */
	readonly later: (work: () => Promise<unknown>) => void;
}
