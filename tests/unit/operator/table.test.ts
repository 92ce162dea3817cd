import { expect, test } from '@playwright/test';
import { table } from '#src/commands/enquiries/table.ts';
import { span } from '#src/commands/enquiries/status.ts';

const rows = [
	['Reference', 'Topic', 'Next try'],
	['AA2AA2AA', 'Privacy and personal data', 'held: nobody can tell whether it was sent'],
];

test('a table that fits is as wide as its cells', () => {
	expect(table(rows, 100)).toBe(
		'Reference  Topic                      Next try\n' +
			'AA2AA2AA   Privacy and personal data  held: nobody can tell whether it was sent',
	);
});

test('a table that is too wide is cut in its widest columns, never in the first', () => {
	for (const columns of [70, 50, 40]) {
		const lines = table(rows, columns).split('\n');
		for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
		expect(lines[1]).toMatch(/^AA2AA2AA .*…$/);
	}
	expect(table(rows, 5).split('\n')[1]).toBe('AA2AA2AA   Priva…  held:…');
});

test('a span is told in its largest unit', () => {
	const cases: [number, string][] = [
		[-5, '0 s'],
		[59_999, '59 s'],
		[60_000, '1 min'],
		[3_599_999, '59 min'],
		[86_399_999, '23 h'],
		[40 * 86_400_000, '40 d'],
	];
	for (const [time, words] of cases) expect(span(time)).toBe(words);
});
