import { type Key, mac } from '../../shared/keys.ts';
import { utcDay } from '../../shared/times.ts';
import { claimSlot } from './budget.ts';
import { mailboxOf } from './mailbox-of.ts';
import type { DeliveryServices } from '../services.ts';

type Clocked = Pick<DeliveryServices, 'store' | 'keys' | 'now' | 'random'>;

/** A mail that a mailbox may get once a day for a purpose, and how many may be sent in an hour in all. */
interface Kind {
	readonly purpose: string;
	readonly hourly: number;
}

/** The one mail of a mailbox and day. */
export interface DailyMail {
	/** Names it, without the address or the mailbox. */
	readonly name: string;
	readonly key: string;
}

/** The name of a mailbox on a day, for one subject where there are several; it shows neither address nor mailbox. */
export const mailboxOn = (key: Key, day: string, email: string, subject = ''): string =>
	mac(key, 'address', `${day}\n${mailboxOf(email)}${subject}`)
		.toString('base64url')
		.slice(0, 22);

/**
 * Claims the one mail that a mailbox may get today. `had`: it has been claimed; `spent`: the site has sent all that it
 * may in this hour; `unsure`: the store cannot tell.
 */
export async function claimDailyMail(
	services: Clocked,
	email: string,
	{ purpose, hourly }: Kind,
): Promise<DailyMail | 'had' | 'spent' | 'unsure'> {
	const { store, keys, now } = services;
	const day = utcDay(now());
	const name = mailboxOn(keys.current, day, email);
	const key = `copies/${day}/${purpose}-${name}`;
	try {
		if (await store.read(key)) return 'had';
		if (!(await claimSlot(store, { scope: purpose, slots: hourly }, services))) return 'spent';
		const made = await store.create(key, {});
		if (typeof made === 'object') return { name, key };
		return made === 'refused' ? 'had' : 'unsure';
	} catch {
		return 'unsure';
	}
}

/** Gives a claimed mail back that was not sent after all. */
export async function releaseDailyMail({ store }: Clocked, { key }: DailyMail): Promise<void> {
	await store.delete(key).catch(() => {});
}
