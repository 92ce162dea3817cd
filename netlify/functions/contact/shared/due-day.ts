import type { Deadline } from '#src/forms/form.ts';
import type { FormId } from '#src/forms/addresses.ts';
import { formOf, type Topic } from '#src/forms/forms.ts';
import { bankHolidays } from './bank-holidays.ts';
import { daysAfter, monthAfter, weekday } from './calendar.ts';

const isWorkingDay = (day: string): boolean => weekday(day) <= 5 && !bankHolidays.days.has(day);

function nextWorkingDay(day: string): string {
	let working = day;
	while (!isWorkingDay(working)) working = daysAfter(working, 1);
	return working;
}

/**
 * The last day (ISO) on which we keep a deadline, for what was received on a day (ISO, by UK clocks). A month ends on the
 * day of the same number, or on the last of a shorter month; 30 days are counted from the day after. A last day at a
 * weekend or on a bank holiday gives way to the next working day. Where the bank holidays are not known the day can only
 * be too early.
 */
export function dueDay(deadline: Deadline, received: string): string {
	const last = deadline === 'month' ? monthAfter(received) : daysAfter(received, 30);
	return nextWorkingDay(last);
}

/** How long we have to answer a topic; undefined where nothing says so. */
export const deadlineOf = (form: FormId, topic: Topic): Deadline | undefined =>
	formOf(form).deadlines?.[topic];

/** The day (ISO) by which we answer what was received on a day (ISO, by UK clocks); undefined where there is none. */
export function dueOf(form: FormId, topic: Topic, received: string): string | undefined {
	const deadline = deadlineOf(form, topic);
	return deadline && dueDay(deadline, received);
}
