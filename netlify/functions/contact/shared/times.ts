import { company, lines } from '#src/company.ts';
import { dateFormat } from './date-format.ts';

const { timeZone } = company;

/** A time in words, on UK clocks: `23 November 2026 at 10:00`. Times are in milliseconds since 1970. */
export const ukTime = dateFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone });

/** A day in words, on UK clocks: `23 November 2026`. */
export const ukDay = dateFormat('en-GB', { dateStyle: 'long', timeZone });

const utcDate = dateFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day (ISO) in words: `23 November 2026`. */
export const dayInWords = (day: string): string => utcDate(Date.parse(day));

/** The UTC day of a time: `2026-11-23`. */
export const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The telephone numbers with their hours, one a line. */
export const phoneLines = (): string =>
	lines
		.map(({ title, number, hours }) => `${title}: ${number}${hours ? ` (${hours.words})` : ''}`)
		.join('\n');
