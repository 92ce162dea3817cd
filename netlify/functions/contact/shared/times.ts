import { company, lines } from '#src/company.ts';

/** A time for people, by UK clocks: 23 November 2026 at 10:00. */
export const ukTime = (time: number): string =>
	new Intl.DateTimeFormat('en-GB', {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: company.timeZone,
	}).format(time);

/** The day by UTC, ISO. */
export const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The telephones with their hours, a line each. */
export const phoneLines = (): string =>
	lines
		.map(({ title, number, hours }) => `${title}: ${number}${hours ? ` (${hours.words})` : ''}`)
		.join('\n');
