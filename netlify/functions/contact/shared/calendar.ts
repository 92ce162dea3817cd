import { company } from '#src/company.ts';
import { dateFormat } from './date-format.ts';

// Swedish dates are written as ISO writes them.
const clock = dateFormat('sv-SE', {
	dateStyle: 'short',
	timeStyle: 'short',
	timeZone: company.timeZone,
});

/** The day (ISO) and the time of day (24 hours, to the minute) on UK clocks. `now` is in milliseconds since 1970. */
export function ukClock(now: number): { day: string; time: string } {
	const [day = '', time = ''] = clock(now).split(' ');
	return { day, time };
}

/** From 1 for Monday to 7 for Sunday. */
export const weekday = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7;

/** The day (ISO) that comes so many days after another. */
export const daysAfter = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day of the next month (ISO), or the last day of that month where it has no such day. */
export function monthAfter(day: string): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}
