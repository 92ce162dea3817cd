import type { Store } from '../enquiry/store.ts';
import type { Keys } from '../shared/keys.ts';
import type { Addresses, Mailer } from './provider/mailer.ts';

/** What delivery is given: the store, the mailer and the rules. */
export interface DeliveryServices {
	readonly store: Store;
	readonly mailer: Mailer;
	readonly addresses: Addresses;
	readonly keys: Keys;
	/** Mails an hour: for the whole site, and for each network. */
	readonly budgets: { readonly site: number; readonly network: number };
	/** Whether the provider reports how each mail went. Without that, accepted counts as delivered. */
	readonly confirms: boolean;
	/** Days for which anything is kept that does not wait for a person. */
	readonly retentionDays: number;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** A number from 0 up to 1. */
	readonly random: () => number;
	/** Writes one line of the log about delivery itself; never anything personal. Absent where there is no log. */
	readonly log?: (line: Readonly<Record<string, string | number>>) => void;
}
