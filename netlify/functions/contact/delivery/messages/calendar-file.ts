import { company } from '#src/company.ts';
import { calendar } from '#src/forms/mails.ts';
import type { Deadline } from '#src/forms/form.ts';
import { daysAfter } from '../../shared/calendar.ts';
import type { Attachment } from '../../shared/mail.ts';

/** A day by which something must be answered. */
export interface DueDate {
	readonly reference: string;
	readonly deadline: Deadline;
	/** ISO. */
	readonly due: string;
	/** When the entry was made, in milliseconds since 1970. */
	readonly made: number;
}

/** The most octets of a line, without its line break (RFC 5545, 3.1). */
const longest = 75;

/** A content line in pieces of at most 75 octets, each but the first after a space; no character is cut in two. */
function folded(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	for (const character of line) {
		if (Buffer.byteLength(piece + character) > longest) {
			pieces.push(piece);
			piece = ' ';
		}
		piece += character;
	}
	return [...pieces, piece].join('\r\n');
}

/** A text as a value: backslashes, semicolons, commas and line breaks are escaped (RFC 5545, 3.3.11). */
export const escaped = (text: string): string =>
	text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

const basicDay = (day: string): string => day.replaceAll('-', '');
const basicTime = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');

const alarm = (trigger: string, words: string): string[] => [
	'BEGIN:VALARM',
	'ACTION:DISPLAY',
	`DESCRIPTION:${escaped(words)}`,
	`TRIGGER:${trigger}`,
	'END:VALARM',
];

/** The calendar entry of a day by which we answer, as RFC 5545 has it: a whole day, with reminders a week and a day before. */
export function calendarText({ reference, deadline, due, made }: DueDate): string {
	const words = calendar[deadline](reference);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//${company.legalName}//${company.name}//EN`,
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		'BEGIN:VEVENT',
		`UID:${reference}-${basicDay(due)}@${new URL(company.site).hostname}`,
		`DTSTAMP:${basicTime(made)}`,
		`DTSTART;VALUE=DATE:${basicDay(due)}`,
		`DTEND;VALUE=DATE:${basicDay(daysAfter(due, 1))}`,
		`SUMMARY:${escaped(words)}`,
		`DESCRIPTION:${escaped(calendar.details)}`,
		'TRANSP:TRANSPARENT',
		...alarm('-P7D', words),
		...alarm('-P1D', words),
		'END:VEVENT',
		'END:VCALENDAR',
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The same as a file for a mail. It holds nothing personal but the reference. */
export const calendarFile = (entry: DueDate): Attachment => ({
	filename: `due-${entry.reference}.ics`,
	contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
	content: Buffer.from(calendarText(entry)).toString('base64'),
});
