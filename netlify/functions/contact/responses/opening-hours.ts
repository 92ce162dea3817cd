import { company, type Line } from '#src/company.ts';
import { bankHolidays } from './bank-holidays.ts';

/** Whether somebody answers a line: `unknown` where no times are stated or the bank holidays are not known. */
export type OpeningState = 'open' | 'closed' | 'unknown';

/** The day (ISO) and the time of day (24 hours, to the minute) on UK clocks. */
function ukClock(now: number): { day: string; time: string } {
	// Swedish dates are written as ISO writes them.
	const format = new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone: company.timeZone,
	});
	const [day = '', time = ''] = format.format(now).split(' ');
	return { day, time };
}

/** From 1 for Monday to 7 for Sunday. */
const weekday = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7;

/** Whether a line is open at a time in milliseconds since 1970. Nobody answers on a bank holiday. */
export function openingState({ hours }: Line, now: number): OpeningState {
	if (hours?.from === undefined || hours.to === undefined) return 'unknown';
	const { day, time } = ukClock(now);
	if (day < bankHolidays.first || day > bankHolidays.last) return 'unknown';
	if (bankHolidays.days.has(day) || !hours.days.includes(weekday(day))) return 'closed';
	return hours.from <= time && time < hours.to ? 'open' : 'closed';
}
