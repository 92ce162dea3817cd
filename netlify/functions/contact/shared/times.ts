import { company, lines } from '#src/company.ts';

/** A time in words, on UK clocks: `23 November 2026 at 10:00`. `time` is in milliseconds since 1970. */
export const ukTime = (time: number): string =>
	new Intl.DateTimeFormat('en-GB', {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: company.timeZone,
	}).format(time);

/** A day in words, on UK clocks: `23 November 2026`. `time` is in milliseconds since 1970. */
export const ukDay = (time: number): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: company.timeZone }).format(time);

/** An ISO date in words: `23 November 2026`. */
export const isoDay = (date: string): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));

/** The UTC day of a time: `2026-11-23`. */
export const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The telephone numbers with their hours, one a line. */
export const phoneLines = (): string =>
	lines
		.map(({ title, number, hours }) => `${title}: ${number}${hours ? ` (${hours.words})` : ''}`)
		.join('\n');
