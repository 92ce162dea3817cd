import { utcDay } from '../shared/times.ts';
import { hour } from '../shared/durations.ts';
import { type Key, mac } from '../shared/keys.ts';
import type { Store } from '../enquiry/store.ts';

/** How many slots are tried before an hour counts as full; a full one costs no more writes than this. */
const tries = 12;

/** What may be spent in an hour: a scope and how many slots it has. */
export interface Budget {
	readonly scope: string;
	readonly slots: number;
}

const hourOf = (time: number): string => new Date(time).toISOString().slice(0, 13);

/** The first millisecond of the hour after this one. */
export const nextHour = (time: number): number => (Math.floor(time / hour) + 1) * hour;

/**
 * Claims one of an hour's slots: true when there was one, or when the store cannot tell. There is no counter to race
 * for: each slot can be created once, so an hour never has more than its slots.
 */
export async function claimSlot(
	store: Store,
	{ scope, slots }: Budget,
	{ now, random }: { now: () => number; random: () => number },
): Promise<boolean> {
	const start = Math.floor(random() * slots);
	for (let step = 0; step < Math.min(tries, slots); step++) {
		const slot = (start + step) % slots;
		const written = await store.create(`slots/${hourOf(now())}/${scope}/${slot}`, {});
		if (written !== 'refused') return true;
	}
	return false;
}

/** The network that an address belongs to: /24 of IPv4, /56 of IPv6; undefined for what is no address. */
export function networkOf(address: string): string | undefined {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
	if (/^\d+(\.\d+){3}$/.test(mapped)) return mapped.split('.').slice(0, 3).join('.');
	if (!/^[\da-f:]+$/i.test(mapped) || !mapped.includes(':')) return undefined;
	const [head = '', tail] = mapped.split('::');
	const left = head.split(':').filter(Boolean);
	const right = (tail ?? '').split(':').filter(Boolean);
	const missing = tail === undefined ? 0 : 8 - left.length - right.length;
	const groups = [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right];
	const wide = groups.slice(0, 4).map((group) => group.padStart(4, '0'));
	return wide.join('').slice(0, 14).toLowerCase();
}

/** A name for a network that is good for one day and leads back to no address. */
export function networkScope(
	key: Key,
	{ address, now }: { address: string; now: number },
): string | undefined {
	const network = networkOf(address);
	if (network === undefined) return undefined;
	return `network-${mac(key, 'network', `${utcDay(now)}\n${network}`)
		.toString('base64url')
		.slice(0, 22)}`;
}
