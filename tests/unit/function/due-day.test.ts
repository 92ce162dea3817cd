import { expect, test } from '@playwright/test';
import { bankHolidays } from '#contact/shared/bank-holidays.ts';
import { ukClock, weekday } from '#contact/shared/calendar.ts';
import { dueDay } from '#contact/shared/due-day.ts';

/** When something arrives (UTC), and the day by which it is answered. */
const months: readonly [string, string, string][] = [
	['an ordinary day', '2026-11-10T12:00Z', '2026-12-10'],
	['31 January: February ends on the 28th, a Sunday', '2027-01-31T12:00Z', '2027-03-01'],
	['31 January of a leap year: the 29th', '2028-01-31T12:00Z', '2028-02-29'],
	['30 January of a leap year: the 29th too', '2028-01-30T12:00Z', '2028-02-29'],
	['29 January of a common year: the 28th, a Sunday', '2027-01-29T12:00Z', '2027-03-01'],
	['29 February', '2028-02-29T12:00Z', '2028-03-29'],
	['31 March: April has 30 days', '2026-03-31T12:00Z', '2026-04-30'],
	['31 August: September has 30 days', '2026-08-31T12:00Z', '2026-09-30'],
	['31 December: a Sunday in the next year', '2026-12-31T12:00Z', '2027-02-01'],
	['a month that ends on a Saturday', '2026-11-05T12:00Z', '2026-12-07'],
	['a month that ends on a Sunday', '2026-11-06T12:00Z', '2026-12-07'],
	['a month that ends on Good Friday', '2027-02-26T12:00Z', '2027-03-30'],
	['a month that ends on Easter Saturday', '2027-02-27T12:00Z', '2027-03-30'],
	['a month that ends on Easter Monday', '2026-03-06T12:00Z', '2026-04-07'],
	['a month that ends on Christmas Day', '2026-11-25T12:00Z', '2026-12-29'],
	['a month that ends on New Year’s Day', '2026-12-01T12:00Z', '2027-01-04'],
	['a month that ends on the early May bank holiday', '2026-04-04T12:00Z', '2026-05-05'],
	['the last minute of a day in winter', '2026-11-10T23:59Z', '2026-12-10'],
	['the first minute of a day in summer, by UTC the day before', '2026-07-09T23:30Z', '2026-08-10'],
	['the last minute before it', '2026-07-09T22:59Z', '2026-08-10'],
	['the night in which clocks go forward', '2026-03-29T00:30Z', '2026-04-29'],
	['the hour after they went forward, by UTC late', '2026-03-29T23:30Z', '2026-04-30'],
	['the hour that comes twice', '2026-10-25T00:30Z', '2026-11-25'],
	['late in the day on which clocks go back', '2026-10-25T23:30Z', '2026-11-25'],
];
const thirtyDays: readonly [string, string, string][] = [
	['an ordinary day: the first of thirty is the day after', '2026-11-10T12:00Z', '2026-12-10'],
	['a month of 31 days', '2026-08-03T12:00Z', '2026-09-02'],
	['over February of a common year', '2027-02-01T12:00Z', '2027-03-03'],
	['over February of a leap year', '2028-02-01T12:00Z', '2028-03-02'],
	['the thirtieth day is a Saturday', '2026-11-12T12:00Z', '2026-12-14'],
	['the thirtieth day is a Sunday', '2026-11-13T12:00Z', '2026-12-14'],
	['the thirtieth day is Christmas Day', '2026-11-25T12:00Z', '2026-12-29'],
	['the thirtieth day is Boxing Day, on a Saturday', '2026-11-26T12:00Z', '2026-12-29'],
	['the thirtieth day is Good Friday', '2028-03-15T12:00Z', '2028-04-18'],
	['the thirtieth day is Easter Monday', '2028-03-18T12:00Z', '2028-04-18'],
	['over the change to summer time', '2026-03-10T23:30Z', '2026-04-09'],
	['just after midnight in summer, by UTC the day before', '2026-06-09T23:30Z', '2026-07-10'],
];
for (const [deadline, cases] of [
	['month', months],
	['thirty-days', thirtyDays],
] as const) {
	for (const [name, received, due] of cases) {
		test(`${deadline}: ${name} (${received}) is due by ${due}`, () => {
			expect(dueDay(deadline, ukClock(Date.parse(received)).day)).toBe(due);
		});
	}
}

test('no due day is a weekend or a bank holiday, or earlier than the law counts', () => {
	for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2028, 10, 30); time += 86_400_000) {
		const received = new Date(time).toISOString().slice(0, 10);
		for (const deadline of ['month', 'thirty-days'] as const) {
			const due = dueDay(deadline, received);
			expect(weekday(due), received).toBeLessThanOrEqual(5);
			expect(bankHolidays.days.has(due), received).toBe(false);
			const days = (Date.parse(due) - time) / 86_400_000;
			expect(days, received).toBeGreaterThanOrEqual(deadline === 'month' ? 28 : 30);
			expect(days, received).toBeLessThanOrEqual(36);
		}
	}
});

test('past the bank holidays that are known, a day can only be too early', () => {
	// Christmas Day of 2029, a Tuesday, is not known here.
	expect(dueDay('month', '2029-11-25')).toBe('2029-12-25');
});
