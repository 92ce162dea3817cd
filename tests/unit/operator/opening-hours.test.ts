import { expect, test } from '@playwright/test';
import { type Line, lines } from '#src/company.ts';
import { openings } from '#src/forms/outcomes.ts';
import { bankHolidays } from '#contact/shared/bank-holidays.ts';
import { type OpeningState, openingState, openingWords } from '#contact/responses/opening-hours.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const line = (id: Line['id']): Line => {
	const found = lines.find((one) => one.id === id);
	if (!found) throw new Error(`There is no line ${id}`);
	return found;
};

/** What happens, when (UTC), and whether the sales line is open then: 09:00 to 17:30 from Monday to Friday. */
const cases: readonly [string, string, OpeningState][] = [
	['the minute before opening', '2026-11-23T08:59:59.999Z', 'closed'],
	['opening', '2026-11-23T09:00:00Z', 'open'],
	['the minute after opening', '2026-11-23T09:01:00Z', 'open'],
	['the minute before closing', '2026-11-23T17:29:59.999Z', 'open'],
	['closing', '2026-11-23T17:30:00Z', 'closed'],
	['the minute after closing', '2026-11-23T17:31:00Z', 'closed'],
	['midnight', '2026-11-23T00:00:00Z', 'closed'],
	['Saturday', '2026-11-28T12:00:00Z', 'closed'],
	['Sunday', '2026-11-29T12:00:00Z', 'closed'],
	['the last Friday of winter time, before opening', '2026-03-27T08:59:00Z', 'closed'],
	['the last Friday of winter time, at opening', '2026-03-27T09:00:00Z', 'open'],
	['the first Monday of summer time, before opening', '2026-03-30T07:59:00Z', 'closed'],
	['the first Monday of summer time, at opening', '2026-03-30T08:00:00Z', 'open'],
	['the first Monday of summer time, at closing', '2026-03-30T16:30:00Z', 'closed'],
	['the last Friday of summer time, at opening', '2026-10-23T08:00:00Z', 'open'],
	['the last Friday of summer time, at closing', '2026-10-23T16:30:00Z', 'closed'],
	['the first Monday of winter time, an hour early', '2026-10-26T08:00:00Z', 'closed'],
	['the first Monday of winter time, at opening', '2026-10-26T09:00:00Z', 'open'],
	['Christmas Day', '2026-12-25T12:00:00Z', 'closed'],
	['the day in the place of Boxing Day', '2026-12-28T12:00:00Z', 'closed'],
	['the working day after it', '2026-12-29T12:00:00Z', 'open'],
	['Good Friday', '2027-03-26T12:00:00Z', 'closed'],
	['the last working day that is covered', '2028-12-29T12:00:00Z', 'open'],
	['the last minute that is covered', '2028-12-31T23:59:00Z', 'closed'],
	['the first minute past coverage', '2029-01-01T00:00:00Z', 'unknown'],
	['a working day past coverage', '2029-01-03T12:00:00Z', 'unknown'],
	['a working day before coverage', '2025-12-31T12:00:00Z', 'unknown'],
];
for (const [name, instant, expected] of cases) {
	test(`the sales line is ${expected} at: ${name}`, () => {
		expect(openingState(line('sales'), Date.parse(instant))).toBe(expected);
	});
}

/** What is said of the sales line, and when (UTC). */
const said: readonly [string, string, string | undefined][] = [
	['while it is open', '2026-11-23T10:00:00Z', 'Open now'],
	['before it opens', '2026-11-23T08:00:00Z', 'Opens today at 09:00'],
	['in the evening', '2026-11-23T18:00:00Z', 'Opens tomorrow at 09:00'],
	['on a Friday evening', '2026-11-27T18:00:00Z', 'Opens Monday at 09:00'],
	['on a Saturday', '2026-11-28T12:00:00Z', 'Opens Monday at 09:00'],
	['on a Sunday', '2026-11-29T12:00:00Z', 'Opens tomorrow at 09:00'],
	['late on a Sunday by UK clocks', '2026-07-05T23:30:00Z', 'Opens today at 09:00'],
	['on Christmas Eve, in the evening', '2026-12-24T18:00:00Z', 'Opens Tuesday at 09:00'],
	['on Maundy Thursday, in the evening', '2027-03-25T18:00:00Z', 'Opens Tuesday at 09:00'],
	['when the next opening is past coverage', '2028-12-29T18:00:00Z', undefined],
	['past coverage', '2029-01-03T12:00:00Z', undefined],
];
for (const [when, instant, words] of said) {
	test(`of the sales line it is said ${when}: ${words ?? 'nothing'}`, () => {
		expect(openingWords(line('sales'), Date.parse(instant))).toBe(words);
	});
}

test('the receipt says whether somebody answers now', async () => {
	const app = new TestApp();
	const sent = await app.post({ ...typed, ...(await app.solved()) });
	const receipt = async (instant: string) => {
		app.time = Date.parse(instant);
		return (await app.request(sent.headers.get('location') ?? '')).text();
	};
	expect(await receipt('2026-11-23T10:00:00Z')).toContain('>Open now<');
	const evening = await receipt('2026-11-27T18:00:00Z');
	expect(evening).toContain('>Opens Monday at 09:00<');
	expect(evening).not.toContain('Open now');
});

test('nothing is known of a line without times of day', () => {
	const now = Date.parse('2026-11-23T12:00:00Z');
	expect(openingState(line('business'), now)).toBe('unknown');
	expect(openingState(line('support'), now)).toBe('unknown');
});

/** Easter Sunday, by the anonymous Gregorian method. */
function easter(year: number): number {
	const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
	const moon = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
	const sunday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
	const late = Math.floor((a + 11 * moon + 22 * sunday) / 451);
	const days = moon + sunday - 7 * late + 114;
	return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

/** The bank holidays that the Act of 1971 and custom give a year, moved to the next free weekday. */
function expectedIn(year: number): string[] {
	const day = 86_400_000;
	const monday = (month: number, from: number): number => {
		const start = Date.UTC(year, month, from);
		return start + ((8 - new Date(start).getUTCDay()) % 7) * day;
	};
	const fixed = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 25), Date.UTC(year, 11, 26)];
	const found = new Set([easter(year) - 2 * day, easter(year) + day]);
	for (const time of [monday(4, 1), monday(4, 25), monday(7, 25)]) found.add(time);
	for (const time of fixed) {
		let moved = time;
		while ([0, 6].includes(new Date(moved).getUTCDay()) || found.has(moved)) moved += day;
		found.add(moved);
	}
	return [...found].sort((a, b) => a - b).map((time) => new Date(time).toISOString().slice(0, 10));
}

test('the bank holidays are those of the calendar for every year that is covered', () => {
	const years = [2026, 2027, 2028];
	expect([...bankHolidays.days]).toEqual(years.flatMap(expectedIn));
	expect(bankHolidays).toMatchObject({ first: '2026-01-01', last: '2028-12-31' });
});

const wayOut = async (instant: string): Promise<string> => {
	const app = new TestApp();
	app.time = Date.parse(instant);
	app.store.down = true;
	app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	const response = await app.post({ ...typed, ...(await app.solved()) });
	expect(response.status).toBe(503);
	return (await response.text()).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
};

test('the way out says which lines are open now, and nothing where nobody knows', async () => {
	const sales = 'Sales: 0800 640 8009 (Monday to Friday, 09:00 to 17:30)';
	const business = 'Larger business enquiries: 0207 685 8014 Technical support';
	const open = await wayOut('2026-11-23T10:00:00Z');
	expect(open).toContain(`${sales} ${openings.open}`);
	expect(open).toContain(business);
	expect(await wayOut('2026-11-23T20:00:00Z')).toContain(`${sales} Opens tomorrow at 09:00`);
	const later = await wayOut('2029-11-23T10:00:00Z');
	expect(later).toContain(sales);
	expect(later).not.toContain(openings.open);
	expect(later).not.toContain('Opens');
});
