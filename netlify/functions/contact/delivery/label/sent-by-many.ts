import type { OpenEnquiry } from '../../enquiry/enquiry.ts';
import { mac } from '../../shared/keys.ts';
import type { DeliveryServices } from '../services.ts';
import { utcDay } from '../../shared/times.ts';

/** How many addresses may send one text on one day; a short text is nobody's own. */
const free = 2;
const shortest = 30;

/** The text without what spam varies: only its letters, all small. */
const essence = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}]/gu, '');

/**
 * Whether more than two addresses have sent an enquiry's text on its day. Each claims one of the text's slots, named by
 * keyed hashes that hold for one day; neither text nor address is kept. False when the store cannot tell.
 */
export async function sentByMany(
	{ store, keys }: DeliveryServices,
	{ message, received }: OpenEnquiry,
): Promise<boolean> {
	const text = essence(message.values.message);
	if (text.length < shortest) return false;
	const day = utcDay(received);
	const hash = (of: string) => mac(keys.current, 'text', `${day}\n${of}`).toString('base64url');
	const address = hash(message.values.email.toLowerCase());
	try {
		for (let slot = 0; slot < free; slot++) {
			const key = `texts/${day}/${hash(text)}/${slot}`;
			if ((await store.create(key, { address })) !== 'refused') return false;
			const holder = (await store.read(key))?.value as { address?: string } | undefined;
			if (holder?.address === address) return false;
		}
		return true;
	} catch {
		return false;
	}
}
