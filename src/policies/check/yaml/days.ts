const months = [
	...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august'],
	...['september', 'october', 'november', 'december'],
];

/** Whether an ISO date is a day of the calendar. */
export function isDay(date: string): boolean {
	const time = Date.parse(`${date}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

const iso = (year: string, month: string | number, day: string): string =>
	[year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-');

/** The ISO date that somebody meant who wrote it another way (day before month, as in Britain); undefined where nobody can tell. */
export function dayFrom(words: string): string | undefined {
	const text = words
		.replace(/["'“”‘’]/g, '')
		.replaceAll(/[‐-―−]/g, '-')
		.trim();
	const [, year = '', month = '', day = ''] =
		/^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:T.*)?$/.exec(text) ?? [];
	if (year) return iso(year, month, day);
	const [, first = '', second = '', last = ''] =
		/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
	if (last) return Number(second) > 12 ? iso(last, first, second) : iso(last, second, first);
	const [, number = '', name = '', long = ''] =
		/^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+),?\s+(\d{4})$/.exec(text) ?? [];
	const index = months.findIndex((one) => name.length > 2 && one.startsWith(name.toLowerCase()));
	return index === -1 ? undefined : iso(long, index + 1, number);
}
