import { expect, test } from '@playwright/test';
import { mailToStaff } from '#contact/delivery/messages/to-staff.ts';
import type { Message } from '#contact/enquiry/enquiry.ts';
import { signals } from '#contact/shared/assurance.ts';
import { rules, score, suspicious } from '#contact/delivery/label/score.ts';
import { TestApp, filledIn } from '#simulation/fakes.ts';

const message = (change: Partial<Message['values']> = {}): Message => ({
	values: { ...filledIn, ...change },
	proofs: ['sum'],
	signals: [],
	policy: '2026-11-23',
	policyHash: '',
});

const about = { form: 'contact', reference: 'AB3CD4EF', received: 0, issued: 0 } as const;

const names = (of: Message, sentByMany = false) =>
	score(of, sentByMany).rules.map(({ name }) => name);

const examples: [string, Message, boolean?][] = [
	['few-links', message({ message: 'Our site is https://example.org, have a look.' })],
	['many-links', message({ message: 'http://a.example http://b.example www.c.example' })],
	['link-as-name', message({ name: 'See http://a.example' })],
	['link-as-name', message({ company: 'www.a.example' })],
	['random-name', message({ name: 'qKxZtRvBnW' })],
	['random-name', message({ company: 'xvbnmkjhgf' })],
	['script', message({ message: 'Купите наши товары сегодня' })],
	['sent-by-many', message(), true],
	...signals.map((signal): [string, Message] => [signal, { ...message(), signals: [signal] }]),
];
for (const [name, of, sentByMany] of examples) {
	test(`${name} holds for "${of.values.name}, ${of.values.message.slice(0, 20)}"`, () => {
		expect(names(of, sentByMany)).toEqual([name]);
	});
}

const weights = {
	'few-links': 1,
	'many-links': 3,
	'link-as-name': 3,
	'random-name': 2,
	script: 1,
	'sent-by-many': 3,
	fast: 1,
	'fast-again': 3,
	trap: 2,
	'trap-again': 2,
	unworked: 3,
	unasked: 3,
	elsewhere: 3,
	crowded: 3,
};

test('each rule adds its own weight, and three points make a mail suspicious', () => {
	expect(Object.fromEntries(rules.map(({ name, weight }) => [name, weight]))).toEqual(weights);
	expect(suspicious).toBe(3);
});

test('a subject is tagged from three points on, and not at two', () => {
	const { addresses } = new TestApp().services();
	const subject = (of: Message) => mailToStaff({ ...about, message: of }, addresses).subject;
	const oneLink = message({ message: 'See https://example.org' });
	expect(subject({ ...oneLink, signals: ['fast'] })).not.toContain('[Possible spam]');
	expect(subject({ ...oneLink, signals: ['trap'] })).toContain('[Possible spam]');
});

const edges: [string, Message, string[]][] = [
	['no link', message({ message: 'Our site is example.org.' }), []],
	['two links', message({ message: 'http://a.example http://b.example' }), ['few-links']],
	['seven consonants', message({ name: 'xvbnmkj' }), []],
	['eight consonants', message({ name: 'xvbnmkjh' }), ['random-name']],
	['capitals inside a word twice', message({ name: 'aBcDe' }), []],
	['capitals inside a word three times', message({ name: 'aBcDeFg' }), ['random-name']],
	['no letter at all', message({ message: '0345 600 1234' }), []],
	['one letter, of another script', message({ message: 'я 0345 600 1234' }), ['script']],
	['half the letters Latin', message({ message: 'abц д' }), []],
	['fewer than half the letters Latin', message({ message: 'abц дв' }), ['script']],
];
for (const [what, of, expected] of edges) {
	test(`${what}: ${expected.join() || 'nothing'} counts`, () => {
		expect(names(of)).toEqual(expected);
	});
}

test('every rule has an example, a name of its own, a weight and a reason that fits a header', () => {
	const all = rules.map(({ name }) => name);
	expect(new Set(all)).toEqual(new Set(examples.map(([name]) => name)));
	expect(new Set(all).size).toBe(all.length);
	for (const { weight, reason } of rules) {
		expect(weight).toBeGreaterThan(0);
		expect(reason).toMatch(/^[\x20-\x7e]+$/);
	}
});

const people = [
	'Ada Lovelace',
	'O’Neil',
	'Jean-Luc Van Den Berg',
	'DeLaCruz McDonald',
	'MacArthur-FitzGerald',
	'Hirschsprung',
	'Krzysztof Brzęczyszczykiewicz',
	'Ng',
	'SCHMIDT',
	'NGUYỄN THỊ',
	'王小明',
	'محمد',
	'Ελένη Παπαδοπούλου',
	'Smyth',
	'van der Schwartz',
];
for (const name of people) {
	test(`${name} is no random name`, () => {
		expect(names(message({ name }))).toEqual([]);
	});
}

test('a plain enquiry scores nothing', () => {
	expect(score(message(), false)).toEqual({ points: 0, rules: [] });
});

test('a message in another script, or with one link, carries no tag in its subject', () => {
	for (const text of ['私たちのオフィスに電話してください', 'See https://example.org']) {
		expect(score(message({ message: text }), false).points).toBeLessThan(suspicious);
	}
});

test('the mail says the score, its reasons and the tag, and holds nothing back', () => {
	const addresses = new TestApp().services().addresses;
	const spam = message({ message: 'www.a.example www.b.example www.c.example', name: 'Bob' });
	const mail = mailToStaff({ ...about, message: spam }, addresses);
	expect(mail.subject).toBe('[Possible spam] Sales: enquiry AB3CD4EF');
	expect(mail.headers['X-Enquiry-Score']).toBe('3 (3 three links or more in the message)');
	expect(mail.text).toContain('Spam score: 3 (3 three links or more in the message)');
	expect(mail.text).toContain('www.a.example');
});

test('the same enquiry always makes the same mail', () => {
	const addresses = new TestApp().services().addresses;
	const enquiry = { ...about, message: message({ name: 'xvbnmkjhgf' }) };
	expect(mailToStaff(enquiry, addresses)).toEqual(mailToStaff(structuredClone(enquiry), addresses));
});
