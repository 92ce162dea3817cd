import { second } from './durations.ts';

const interval = 30 * second;

/** Returns a function that takes the time in milliseconds and returns true at most every 30 s. */
export function throttle(): (now: number) => boolean {
	let last = Number.NEGATIVE_INFINITY;
	return (now) => {
		if (now - last < interval) return false;
		last = now;
		return true;
	};
}
