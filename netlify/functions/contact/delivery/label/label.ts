import type { Delivery, OpenEnquiry } from '../../enquiry/enquiry.ts';
import { score, suspicious } from './score.ts';
import { sentByMany } from './sent-by-many.ts';
import type { DeliveryServices } from '../services.ts';

/** An enquiry whose label is decided. */
export type Labelled = OpenEnquiry & { readonly delivery: Required<Pick<Delivery, 'label'>> };

const isLabelled = (enquiry: OpenEnquiry): enquiry is Labelled =>
	enquiry.delivery.label !== undefined;

/**
 * Decides once what is kept of an enquiry's label: whether its network is over budget, as the caller says, and whether
 * others sent its text. Throws when no score can be made of what is kept.
 */
export async function decideLabel(
	services: DeliveryServices,
	enquiry: OpenEnquiry,
	{ crowded = false } = {},
): Promise<Labelled> {
	if (isLabelled(enquiry)) return enquiry;
	const many = await sentByMany(services, enquiry);
	const signals = crowded
		? [...enquiry.message.signals, 'crowded' as const]
		: enquiry.message.signals;
	const message = { ...enquiry.message, signals };
	const label = score(message, many).points >= suspicious ? 'suspicious' : 'clear';
	const delivery = { ...enquiry.delivery, label, ...(many && { many: true as const }) } as const;
	return { ...enquiry, message, delivery };
}
