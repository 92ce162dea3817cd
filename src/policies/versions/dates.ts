const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** An ISO date in words: `23 November 2026`. */
export const inWords = (date: string): string => long.format(new Date(`${date}T00:00:00Z`));

/** The ISO date `days` after `date`; before it where negative. */
export function plusDays(date: string, days: number): string {
	const day = new Date(`${date}T00:00:00Z`);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
}

/** The ISO date at `instant` by the clocks of `timeZone`. */
export function dayIn(timeZone: string, instant: Date): string {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
	return parts.format(instant);
}
