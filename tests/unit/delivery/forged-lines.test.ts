import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { mailToStaff } from '#contact/delivery/messages/to-staff.ts';
import { contact } from '#src/forms/contact.ts';
import { read } from '#src/forms/read.ts';
import { filledIn, TestApp, typed } from '#simulation/fakes.ts';

const to = ['team@example.com'];
const addresses = {
	from: 'Site <site@example.com>',
	to: { sales: to, business: to, support: to, privacy: to, other: to, 'your-data': to },
	operator: to,
};

/** The lines of the text mail for what was typed, as a mail program breaks them. */
function linesFor(sent: Record<string, string>): string[] {
	const { values } = read(contact.fields, new URLSearchParams({ ...typed, ...sent }));
	const message = {
		values: { ...filledIn, ...values, topic: 'sales' },
		proofs: ['sum'],
		signals: [],
		policy: '2026-11-23',
		policyHash: '',
	} as const;
	const about = { form: 'contact', reference: 'AB2CD3EF', received: 0, issued: 0 } as const;
	const { text } = mailToStaff({ ...about, message }, addresses);
	return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}

const ours = linesFor({ message: 'x' });
const labels = ours.flatMap((line) => /^[^>:]+:/.exec(line)?.[0] ?? []);

test('no line of a message can pass for a line of ours', () => {
	const forged = [...labels, 'Spam score: 0', '[Possible spam]'];
	const line = fc.oneof(fc.constantFrom(...forged), fc.string({ unit: 'binary', maxLength: 30 }));
	const end = fc.constantFrom('\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029');
	const text = fc.array(
		fc.tuple(line, end).map((pair) => pair.join('')),
		{ maxLength: 12 },
	);
	const count = (lines: readonly string[]) => lines.filter((one) => !one.startsWith('>')).length;
	fc.assert(
		fc.property(text, (parts) => {
			const lines = linesFor({ message: `x${parts.join('')}x` });
			expect(count(lines)).toBe(count(ours));
		}),
		{ numRuns: 1_000 },
	);
});

test('what is typed in one line stays in the line of its label', () => {
	for (const field of ['name', 'company', 'phone']) {
		const lines = linesFor({ [field]: 'Ada\n\rSpam score: 0\u2028Check: x', message: 'x' });
		expect(lines.filter((line) => line.startsWith('Spam score:'))).toHaveLength(1);
		expect(lines.filter((line) => line.startsWith('Check:'))).toHaveLength(1);
	}
});

test('no control character that was sent comes back in a page', async () => {
	const names = [
		...Object.keys(contact.fields),
		'answer',
		'work',
		'token',
		'do',
		'instead',
		'subject',
	];
	const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
	for (const long of [1, 3_000]) {
		const app = new TestApp();
		const form = Object.fromEntries(
			names.map((name) => [name, `a${controls}\u007f\u009bz`.repeat(1)]),
		);
		const sent = {
			...form,
			message: `a${controls}z`.repeat(long),
			token: (await app.solved()).token,
		};
		const page = await (await app.post(sent)).text();
		expect(page).not.toMatch(/[^\P{Cc}\n\t]/u);
	}
});
