import { type Hours, type Line, lines } from '#src/company.ts';
import { openings } from '#src/forms/outcomes.ts';
import { bankHolidays } from '../shared/bank-holidays.ts';
import { daysAfter, ukClock, weekday } from '../shared/calendar.ts';

/** Whether somebody answers a line: `unknown` where no times are stated or the bank holidays are not known. */
export type OpeningState = 'open' | 'closed' | 'unknown';

const isWorkingDay = ({ days }: Hours, day: string): boolean =>
	!bankHolidays.days.has(day) && days.includes(weekday(day));

const isCovered = (day: string): boolean => day >= bankHolidays.first && day <= bankHolidays.last;

/** Whether a line is open at a time in milliseconds since 1970. Nobody answers on a bank holiday. */
export function openingState({ hours }: Line, now: number): OpeningState {
	if (hours?.from === undefined || hours.to === undefined) return 'unknown';
	const { day, time } = ukClock(now);
	if (!isCovered(day)) return 'unknown';
	if (!isWorkingDay(hours, day)) return 'closed';
	return hours.from <= time && time < hours.to ? 'open' : 'closed';
}

/** The name of a day that comes so many days after today. */
function dayName(day: string, ahead: number): string {
	if (ahead < 2) return ahead === 0 ? 'today' : 'tomorrow';
	const format = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
	return format.format(new Date(`${day}T00:00Z`));
}

/**
 * What is true of a line now, in words: `Open now`, or `Opens Monday at 09:00`. Undefined where it is not known, or where
 * the next opening is more than six days away.
 */
export function openingWords(line: Line, now: number): string | undefined {
	const state = openingState(line, now);
	const { hours } = line;
	if (state === 'unknown' || hours?.from === undefined) return undefined;
	if (state === 'open') return openings.open;
	const { day: today, time } = ukClock(now);
	for (let ahead = time < hours.from ? 0 : 1; ahead < 7; ahead++) {
		const day = daysAfter(today, ahead);
		if (!isCovered(day)) return undefined;
		if (isWorkingDay(hours, day)) return openings.opens(dayName(day, ahead), hours.from);
	}
	return undefined;
}

/** The words of every line of which something is known, by `<line>-opening`. */
export const openingTexts = (now: number): Readonly<Record<string, string>> =>
	Object.fromEntries(
		lines.flatMap((line) => {
			const words = openingWords(line, now);
			return words === undefined ? [] : [[`${line.id}-opening`, words]];
		}),
	);
