import { expect, test } from '@playwright/test';
import { createMailbox } from '#src/commands/local/mailbox/mailbox.ts';
import { contact } from '#src/forms/contact.ts';
import { read } from '#src/forms/read.ts';
import { typed } from '#simulation/fakes.ts';

const label = 'x'.repeat(63);
const taken = [
	'ada@example.org',
	'ADA@EXAMPLE.ORG',
	'a@b.uk',
	'ada.lovelace@example.co.uk',
	'ada+site@example.org',
	'ada_lovelace@example.org',
	'ada-lovelace@example.org',
	'_ada@example.org',
	'ada-@example.org',
	'1@example.org',
	'12345@67890.org',
	"o'brien@example.org",
	"d'arcy.o'brien@example.org",
	"'ada@example.org",
	'+@example.org',
	'a-b.c_d+e@example.org',
	'a.b.c.d@example.org',
	'ada@sub-domain.my-office.example.org',
	'ada@mail.example.org',
	'ada@a.b.c.d.example.org',
	'ada@my-office.example.org',
	'ada@xn--bcher-kva.example',
	'ada@example.museum',
	'ada@3com.example',
	`ada@${label}.example`,
	`${'x'.repeat(242)}@example.org`,
];
const refused = [
	'a&b@example.org',
	'sales/north@example.org',
	'ada=site@example.org',
	'#ada@example.org',
	'{ada}@example.org',
	'ada!@example.org',
	'ada%site@example.org',
	'ada@example.xn--p1ai',
	"ada'@example.org",
	'ada',
	'@',
	'ada@',
	'@example.org',
	'ada@example',
	'ada@localhost',
	'ada@example.',
	'ada@.org',
	'ada@example..org',
	'ada@.example.org',
	'ada@example.org.',
	'ada@-example.org',
	'ada@example-.org',
	'ada@example.-org',
	'ada@example.org-',
	'ada@example.1',
	'ada@example.123',
	'ada@example.o',
	'ada@127.0.0.1',
	'ada@[127.0.0.1]',
	'ada@exam_ple.org',
	'ada@exam ple.org',
	'ada@example,org',
	'ada@example.org,bob@example.org',
	'ada@example.org;bob@example.org',
	'ada@example.org bob@example.org',
	'ada@@example.org',
	'ada@example@example.org',
	'.ada@example.org',
	'ada.@example.org',
	'ada..lovelace@example.org',
	'ada lovelace@example.org',
	'"ada lovelace"@example.org',
	'Ada <ada@example.org>',
	'<ada@example.org>',
	'ada(site)@example.org',
	'ada:site@example.org',
	'ada\\site@example.org',
	'mailto:ada@example.org',
	'https://example.org/ada',
	'ada@example.org/page',
	'ada@example.org?subject=hello',
	'ada@example.org\u0000.uk@',
	'ädä@example.org',
	'ada@bücher.example',
	'ada＠example.org',
	'ada@example。org',
];

const problem = (email: string): string | undefined =>
	read(contact.fields, new URLSearchParams({ ...typed, email })).problems.email;

test('an address that mail has is taken, common or not', () => {
	for (const email of taken) expect(problem(email), email).toBeUndefined();
});

test('what is no address, or one that is refused on the way, is told', () => {
	for (const email of refused) expect(problem(email), email).toBe(contact.fields.email.malformed);
});

test('what is taken for an address is one that a mail can carry', async () => {
	const mailbox = createMailbox();
	for (const email of taken) {
		const response = await mailbox.fetch(
			new Request('http://mail.invalid/_mailbox/api/emails', {
				method: 'POST',
				headers: { authorization: 'Bearer re_key', 'content-type': 'application/json' },
				body: JSON.stringify({
					from: 'site@example.com',
					to: [email],
					reply_to: [email],
					subject: 'Enquiry',
					text: 'Hello',
				}),
			}),
		);
		expect(response.status, email).toBe(200);
	}
});

test('typed text loses control characters and direction overrides, and keeps everything else', () => {
	const text = (message: string) =>
		read(contact.fields, new URLSearchParams({ ...typed, message })).values.message;
	for (const code of [0x00, 0x07, 0x1b, 0x7f, 0x85, 0x202a, 0x202e, 0x2066, 0x2069]) {
		const character = String.fromCodePoint(code);
		expect(text(`ring ${character}me`), code.toString(16)).toBe('ring me');
	}
	// Marks that Hebrew and Arabic need, joiners of emoji, tabs and line breaks stay.
	for (const kept of ['\u200e', '\u200f', '\u200d', '\t', '\n']) {
		expect(text(`ring${kept}me`)).toBe(`ring${kept}me`);
	}
	expect(text('one\r\ntwo\rthree\u2028four\u2029five')).toBe('one\ntwo\nthree\nfour\nfive');
	expect(text('e\u0301te\u0301')).toBe('\u00e9t\u00e9');
});

test('a text far beyond its limit comes back as it was typed, with the limit said', () => {
	const name = `Ada ${'e\u0301'.repeat(30_000)}`;
	const { values, problems } = read(contact.fields, new URLSearchParams({ ...typed, name }));
	expect(values.name).toBe(name);
	expect(problems).toEqual({ name: 'Your name must be 100 characters or fewer' });
});

test('a name of a hundred characters is taken in every script', () => {
	for (const character of ['a', 'é', 'ệ'.normalize('NFD'), '王', '👨‍👩‍👧‍👦', 'क्षि']) {
		const name = character.repeat(100);
		const { problems } = read(contact.fields, new URLSearchParams({ ...typed, name }));
		expect(problems, character).toEqual({});
	}
});

test('a heap of marks on one letter is kept, broken by joiners that nobody sees', () => {
	const message = `Ring${'\u0301'.repeat(100)} me`;
	const { values } = read(contact.fields, new URLSearchParams({ ...typed, message }));
	expect(values.message.replaceAll('\u034f', '')).toBe(message.normalize());
	expect(values.message).not.toMatch(/(?:(?!\u034f)\p{M}){31}/u);
});
