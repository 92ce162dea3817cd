import type { DeliveryServices } from '../delivery/services.ts';
import type { Subscribers } from './subscribers.ts';

/** What notices of changes need; without subscribers there are none. */
export interface NoticeServices extends DeliveryServices {
	readonly subscribers?: Subscribers;
	/** The titles of the policies, by their slugs. */
	readonly titles: Readonly<Record<string, string>>;
}
