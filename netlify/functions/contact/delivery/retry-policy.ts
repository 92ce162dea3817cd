import { day, hour, minute } from '../shared/durations.ts';
import { utcDay } from '../shared/times.ts';
import type { Enquiry, OpenEnquiry } from '../enquiry/enquiry.ts';

/** The provider forgets a key after a day; from an hour before, a mail that may have been sent is not sent again. */
const memory = 23 * hour;
const longestPause = 4 * minute;

/**
 * Whole milliseconds to the next try: doubling from one minute to four, the second half of each at random; longer when the
 * provider asked for that, up to a day. A round stops early while the provider is away, so no longer pauses are needed,
 * and what waits leaves soon after the provider is back.
 */
export function retryDelay(
	tries: number,
	{ asked = 0, random }: { asked?: number | undefined; random: () => number },
): number {
	const full = Math.min(longestPause, minute * 2 ** (tries - 1));
	return Math.ceil(Math.max(Math.min(asked, day), full / 2 + (full / 2) * random()));
}

/** Whether an enquiry waits for a try at this time, or within so many milliseconds from it. */
export function isDue(enquiry: Enquiry, now: number, ahead = 0): enquiry is OpenEnquiry {
	if (!('delivery' in enquiry) || enquiry.state === 'accepted') return false;
	const { lease = 0, due = 0, held } = enquiry.delivery;
	return held === undefined && lease <= now && due <= now + ahead;
}

/** Whether the provider may have forgotten the key of a mail that was handed over at a time. */
export const mayForget = (at: number, now: number): boolean => now - at > memory;

/** Whether the provider may have taken a mail of this generation and forgotten its key since. */
export const mayBeForgotten = ({ delivery }: OpenEnquiry, now: number): boolean =>
	delivery.attempted === 'maybe' && mayForget(delivery.first ?? 0, now);

/**
 * Whether the provider may have forgotten a mail of the first generation that a request sent without the store, if one
 * did so as soon as the day of the challenge began: of the same content several pages may make the same one.
 */
export const mayBeForgottenBeside = ({ issued, delivery }: OpenEnquiry, now: number): boolean =>
	delivery.generation === 1 && mayForget(Date.parse(utcDay(issued)), now);
