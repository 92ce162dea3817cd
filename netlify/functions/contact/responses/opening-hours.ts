import { company, type Hours, type Line, lines } from '#src/company.ts';
import { openings } from '#src/forms/outcomes.ts';
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

const nextDay = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

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
		const day = nextDay(today, ahead);
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
