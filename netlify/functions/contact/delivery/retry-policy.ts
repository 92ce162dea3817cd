import { day, hour, minute } from '../shared/durations.ts';
import { type Enquiry, leaseDuration, type OpenEnquiry } from '../enquiry/enquiry.ts';

/** The provider forgets a key after a day; from an hour before, a mail that may have been sent is not sent again. */
const memory = 23 * hour;
const longestPause = 4 * hour;

/**
 * Milliseconds to the next try: doubling from a minute to four hours, the second half of each at random; longer when the
 * provider asked for that, up to a day.
 */
export function retryDelay(
	tries: number,
	{ asked = 0, random }: { asked?: number | undefined; random: () => number },
): number {
	const full = Math.min(longestPause, minute * 2 ** Math.min(Math.max(tries - 1, 0), 12));
	return Math.max(Math.min(asked, day), full / 2 + (full / 2) * random());
}

/** Whether an enquiry waits for a try at this time. */
export function isDue(enquiry: Enquiry, now: number): enquiry is OpenEnquiry {
	if (!('delivery' in enquiry) || enquiry.state === 'accepted') return false;
	const { lease = 0, due = 0, held } = enquiry.delivery;
	return held === undefined && lease <= now && due <= now;
}

/**
 * Whether the provider may have forgotten a mail that went out: one of ours, or one of the first generation that a
 * request sent beside the store, which no record knows of, at any time since the question was asked.
 */
export function mayBeForgotten({ issued, delivery }: OpenEnquiry, now: number): boolean {
	const { first = Number.POSITIVE_INFINITY, generation } = delivery;
	return now - first > memory || (generation === 1 && now - issued > day - leaseDuration);
}
