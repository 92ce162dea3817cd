import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { calendarFile, calendarText, escaped } from '#contact/delivery/messages/calendar-file.ts';

const entry = {
	reference: 'AB2CD3EF',
	deadline: 'thirty-days',
	due: '2026-12-31',
	made: Date.parse('2026-11-30T10:00:09.500Z'),
} as const;
const text = calendarText(entry);
/** The content lines as a calendar reads them. */
const lines = text.replaceAll('\r\n ', '').split('\r\n');

test('an entry is a whole day with a reminder a week and a day before', () => {
	expect(lines).toEqual([
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Claranet Limited//Claranet SOHO//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		'BEGIN:VEVENT',
		'UID:AB2CD3EF-20261231@www.claranetsoho.co.uk',
		'DTSTAMP:20261130T100009Z',
		'DTSTART;VALUE=DATE:20261231',
		'DTEND;VALUE=DATE:20270101',
		'SUMMARY:Acknowledge data complaint AB2CD3EF',
		expect.stringMatching(/^DESCRIPTION:This is the last day/),
		'TRANSP:TRANSPARENT',
		...['-P7D', '-P1D'].flatMap((trigger) => [
			'BEGIN:VALARM',
			'ACTION:DISPLAY',
			'DESCRIPTION:Acknowledge data complaint AB2CD3EF',
			`TRIGGER:${trigger}`,
			'END:VALARM',
		]),
		'END:VEVENT',
		'END:VCALENDAR',
		'',
	]);
});

test('every line ends with CR and LF and has at most 75 octets', () => {
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(text).toContain('\r\n ');
});

test('no character is cut in two where a line is folded', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 }), (reference) => {
			fc.pre(!/[\r\n]/.test(reference));
			const long = calendarText({ ...entry, reference });
			for (const line of long.split('\r\n')) {
				expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			}
			expect(long.replaceAll('\r\n ', '')).toContain(
				`SUMMARY:Acknowledge data complaint ${escaped(reference)}`,
			);
		}),
	);
});

test('what has a meaning in a text is escaped', () => {
	expect(escaped('a,b;c\\d\r\ne\nf')).toBe('a\\,b\\;c\\\\d\\ne\\nf');
});

test('the file is the text in Base64, named by the reference', () => {
	const { filename, contentType, content } = calendarFile(entry);
	expect(filename).toBe('due-AB2CD3EF.ics');
	expect(contentType).toBe('text/calendar; charset=utf-8; method=PUBLISH');
	expect(Buffer.from(content, 'base64').toString('utf8')).toBe(text);
});
