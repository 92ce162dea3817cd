import type { Problem } from '../../problem.ts';
import { plusDays } from '../../versions/dates.ts';
import { problem } from '../source/report.ts';
import type { Source } from '../source/source.ts';
import { readProgram } from './literals.ts';

/** Days before the end of the bank holidays from which it is a mistake: the longest time to answer, and as long again to add a year. */
const ahead = 60;

/** Whether the bank holidays reach far enough past a day (ISO) to count the days by which we answer. */
export function bankHolidayMistakes(file: Source, today: string): Problem[] {
	const { values, problems } = readProgram(file);
	const last = values.get('bankHolidays')?.entries?.get('last')?.held;
	if (problems.length > 0 || typeof last?.value !== 'string') return [...problems];
	if (plusDays(today, ahead) <= last.value) return [];
	return [problem([file, last.span], 'bank-holidays-end', { last: last.value, days: ahead })];
}
