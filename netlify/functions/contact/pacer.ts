const pause = 30_000;

/** Tells at which times, in milliseconds, a sweep is due: twice a minute at most. */
export function pacer(): (now: number) => boolean {
	let last = Number.NEGATIVE_INFINITY;
	return (now) => {
		if (now - last < pause) return false;
		last = now;
		return true;
	};
}
