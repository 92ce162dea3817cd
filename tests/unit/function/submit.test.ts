import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { unbroken } from '#src/escape-html.ts';
import { contact } from '#src/forms/contact.ts';
import { type Field, tooLong } from '#src/forms/field.ts';
import { reasons, returned } from '#src/forms/outcomes.ts';
import { questionWords } from '#src/forms/question.ts';
import { readForm, submission } from '#simulation/bots/form.ts';
import { policyVersion, TestApp, typed } from '#simulation/fakes.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const { fields } = contact;

test('an answered form is kept, mailed once and receipted', async () => {
	const app = new TestApp();
	const response = await app.post({ ...typed, ...(await app.solved()) });
	expect(response.status).toBe(303);
	expect([...app.mailer.mails.values()]).toHaveLength(1);
	expect(app.store.enquiries()).toMatchObject([{ state: 'delivered', topic: 'sales' }]);
	const receipt = await app.request(response.headers.get('location') ?? '');
	const [, mail] = [...app.mailer.mails][0] ?? [];
	const reference = mail?.headers['X-Enquiry-Reference'] ?? '';
	expect(await receipt.text()).toContain(reference);
	expect(reference).toMatch(/^[A-Z2-9]{2}[2-9][A-Z2-9]{2}[2-9][A-Z2-9]{2}$/);
});

test('a delivered enquiry keeps nothing personal', async () => {
	const app = new TestApp();
	await app.post({ ...typed, ...(await app.solved()) });
	const kept = JSON.stringify([...app.store.records]);
	for (const value of [typed.name, typed.email, typed.message]) expect(kept).not.toContain(value);
});

test('the same form sent twice has one receipt and one mail', async () => {
	const app = new TestApp();
	const form = { ...typed, ...(await app.solved()) };
	const first = await app.post(form);
	app.time += 3_600_000;
	const second = await app.post(form);
	expect(second.headers.get('location')).toBe(first.headers.get('location'));
	expect(app.mailer.calls).toBe(1);
});

test('fifty copies of a form at once make one record, one mail and fifty identical receipts', async () => {
	const app = new TestApp();
	const form = { ...typed, ...(await app.solved()) };
	const all = await Promise.all(Array.from({ length: 50 }, () => app.post(form)));
	expect(new Set(all.map(({ headers }) => headers.get('location'))).size).toBe(1);
	expect(app.store.enquiries()).toHaveLength(1);
	expect(app.mailer.mails.size).toBe(1);
});

test('a question lets one message through; another asks again and keeps the text', async () => {
	const app = new TestApp();
	const proof = await app.solved();
	await app.post({ ...typed, ...proof });
	const response = await app.post({ ...typed, message: 'Something else', ...proof });
	expect(response.status).toBe(200);
	const page = await response.text();
	expect(page).toContain(reasons.used);
	expect(page).toContain('Something else');
	expect(app.mailer.mails.size).toBe(1);
});

test('a form without a question gets one more step with everything typed', async () => {
	const app = new TestApp();
	const response = await app.post(typed);
	expect(response.status).toBe(200);
	const page = await response.text();
	expect(page).toContain(returned.step.title);
	expect(page).toContain(reasons.unasked);
	for (const value of Object.values(typed)) expect(page).toContain(value);
	expect(page).toMatch(/name="token" value="c1\.[\w.-]+"/);
	expect(app.store.enquiries()).toEqual([]);
});

test('wrong fields are named and do not spend the question', async () => {
	const app = new TestApp();
	const proof = await app.solved();
	const response = await app.post({ ...typed, name: ' ', ...proof });
	expect(response.status).toBe(422);
	const page = await response.text();
	expect(page).toContain('<title>Error: ');
	expect(page).toContain(`value="${proof.token}"`);
	expect(page).toContain(`name="answer" type="text" inputmode="numeric"`);
	expect((await app.post({ ...typed, ...proof })).status).toBe(303);
});

test('a wrong answer asks a new question, keeps the text and spends the old one', async () => {
	const app = new TestApp();
	const { token, answer } = await app.solved();
	const response = await app.post({ ...typed, token, answer: `${Number(answer) + 1}` });
	expect(response.status).toBe(422);
	const page = await response.text();
	expect(page).toContain(questionWords.sum.wrong);
	expect(page).toContain(typed.message);
	expect(page).not.toContain(token);
	const retry = await app.post({ ...typed, token, answer });
	expect(await retry.text()).toContain(reasons.used);
	expect(app.mailer.mails.size).toBe(0);
});

test('a missing answer keeps the question', async () => {
	const app = new TestApp();
	const { token } = await app.solved();
	const page = await (await app.post({ ...typed, token, answer: '' })).text();
	expect(page).toContain(questionWords.sum.required);
	expect(page).toContain(token);
});

for (const [name, write] of Object.entries({
	'digits between spaces': (n: number) => ` ${n} `,
	'full-width digits': (n: number) =>
		String(n).replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
	'a trailing full stop': (n: number) => `${n}.`,
	'an equals sign': (n: number) => `= ${n}`,
})) {
	test(`an answer may be written with ${name}`, async () => {
		const app = new TestApp();
		const { token, answer } = await app.solved();
		const response = await app.post({ ...typed, token, answer: write(Number(answer)) });
		expect(response.status).toBe(303);
	});
}

test('a question is good for half a day and not longer', async () => {
	const app = new TestApp();
	const early = await app.solved();
	const late = await app.solved();
	app.time += 11 * 3_600_000;
	expect((await app.post({ ...typed, ...early })).status).toBe(303);
	app.time += 2 * 3_600_000;
	const response = await app.post({ ...typed, ...late });
	expect(await response.text()).toContain(reasons.expired);
});

test('a question of another deploy context is not known here', async () => {
	const app = new TestApp();
	app.context = 'deploy-preview';
	const proof = await app.solved();
	app.context = 'production';
	expect(await (await app.post({ ...typed, ...proof })).text()).toContain(reasons.unknown);
});

test('a changed token is never good', async () => {
	const app = new TestApp();
	const { token, answer } = await app.solved();
	for (let place = 0; place < token.length; place++) {
		const other = token[place] === 'A' ? 'B' : 'A';
		const changed = token.slice(0, place) + other + token.slice(place + 1);
		const response = await app.post({ ...typed, token: changed, answer });
		expect(response.status, `byte ${place}`).toBe(200);
	}
	expect(app.store.enquiries()).toEqual([]);
});

test('a form from another site gets one more step', async () => {
	const app = new TestApp();
	for (const headers of [
		{ 'sec-fetch-site': 'cross-site' },
		{ origin: 'https://elsewhere.example' },
		{ origin: 'null' },
	] as Record<string, string>[]) {
		const response = await app.post({ ...typed, ...(await app.solved()) }, headers);
		expect(await response.text()).toContain(reasons.elsewhere);
	}
	const own = { origin: 'https://www.example.com', 'sec-fetch-site': 'same-origin' };
	expect((await app.post({ ...typed, ...(await app.solved()) }, own)).status).toBe(303);
});

test('with the store down the mail goes directly, once for a repeated form', async () => {
	const app = new TestApp();
	app.store.down = true;
	const form = { ...typed, ...(await app.solved()) };
	expect((await app.post(form)).status).toBe(303);
	expect((await app.post(form)).status).toBe(303);
	expect(app.mailer.mails.size).toBe(1);
	expect(app.log.map(({ outcome }) => outcome)).toEqual(['challenge', 'mailed', 'mailed']);
});

test('what was mailed without the store is sent again under its key, though its question let another message through since', async () => {
	const app = new TestApp();
	const solved = await app.solved();
	const first = { ...typed, ...solved };
	app.store.down = true;
	expect((await app.post(first)).status).toBe(303);
	app.store.down = false;
	expect((await app.post({ ...typed, ...solved, message: 'Another message.' })).status).toBe(303);
	expect((await app.post(first)).status).toBe(303);
	expect(app.mailer.mails.size).toBe(2);
});

test('what may have been mailed without the store comes once, though its question has expired since', async () => {
	const app = new TestApp();
	const form = { ...typed, ...(await app.solved()) };
	const unsure = { kind: 'unknown', error: 'application_error' } as const;
	app.store.down = true;
	app.mailer.answers.push(unsure);
	expect((await app.post(form)).status).toBe(503);
	app.store.down = false;
	app.time += 12.5 * 3_600_000;
	app.mailer.answers.push(unsure);
	const back = await app.post(form);
	expect(back.status).toBe(503);
	const again = await app.post(submission(readForm(await back.text()), { topic: typed.topic }));
	expect(again.status).toBe(303);
	expect(app.mailer.keys).toHaveLength(3);
	expect(new Set(app.mailer.keys).size).toBe(1);
});

test('with store and mail down the text comes back with other ways to reach us', async () => {
	const app = new TestApp();
	app.store.down = true;
	app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	const proof = await app.solved();
	const response = await app.post({ ...typed, ...proof });
	expect(response.status).toBe(503);
	const page = await response.text();
	expect(submission(readForm(page), { topic: typed.topic })).toMatchObject(proof);
	expect(page).toContain(returned.unavailable.title);
	expect(page).toContain(typed.message);
	expect(page).toContain(`mailto:privacy@uk.clara.net?subject=Sales&amp;body=Please%20ring`);
	expect(page).toContain('0800 640 8009');
});

test('a mail that is not taken is kept and tried again later', async () => {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded', wait: 120_000 });
	const form = { ...typed, ...(await app.solved()) };
	expect((await app.post(form)).status).toBe(303);
	expect(app.store.enquiries()).toMatchObject([{ state: 'failed' }]);
	app.time += 119_000;
	await app.post(form);
	expect(app.mailer.mails.size).toBe(0);
	app.time += 2_000;
	await app.post(form);
	expect(app.mailer.mails.size).toBe(1);
	expect(app.store.enquiries()).toMatchObject([{ state: 'delivered' }]);
});

test('the subject and the headers hold nothing a visitor typed', async () => {
	const app = new TestApp();
	const name = 'Mallory\r\nBcc: victim@example.net';
	const form = { ...typed, name, company: 'A & B <b>"quoted"</b>', ...(await app.solved()) };
	await app.post(form);
	const [mail] = app.mailer.mails.values();
	expect(mail?.subject).toMatch(/^Sales: enquiry [A-Z2-9]{8}$/);
	expect(mail?.headers).toEqual({
		'X-Enquiry-Reference': mail?.subject.slice(-8),
		'X-Enquiry-Form': 'contact',
		'X-Enquiry-Assurance': 'sum',
		'X-Enquiry-Score': '0',
	});
	expect(mail?.text).toContain('Name: Mallory Bcc: victim@example.net');
	expect(mail?.html).toContain('A &amp; B &lt;b&gt;&quot;quoted&quot;&lt;/b&gt;');
	expect(mail).toMatchObject({ to: ['sales@example.com'], replyTo: typed.email });
});

test('the mail states each consent with its wording, ticked or not, and the policy in force', async () => {
	const app = new TestApp();
	await app.post({ ...typed, 'no-third-parties': 'yes', ...(await app.solved()) });
	const [mail] = app.mailer.mails.values();
	expect(mail?.text).toContain('\nMarketing by e-mail: no\n');
	expect(mail?.text).toContain('\nMarketing by post or phone: not refused\n');
	expect(mail?.text).toContain('\nPassing details to third parties: refused\n');
	for (const name of ['marketing-electronic', 'no-third-parties'] as const) {
		const ticked = name === 'no-third-parties' ? 'ticked' : 'not ticked';
		const words = `${name}: ${ticked}; it starts unticked. “${fields[name].label}” SHA-256 `;
		expect(mail?.text).toContain(words + sha256(fields[name].label));
	}
	expect(mail?.text).toContain('\nSent: 2026-11-23T10:00:10.000Z\n');
	expect(mail?.text).toContain(`\nPrivacy policy: 2026-11-23, SHA-256 ${policyVersion.sha256}\n`);
	expect(mail?.text).toContain('Received: 23 November 2026 at 10:00 (UK time)');
	expect(mail?.text).toContain('Privacy policy in force: 2026-11-23');
});

const broken: [string, Record<string, string>, string][] = [
	['no name', { name: '' }, fields.name.required],
	['a long name', { name: 'x'.repeat(101) }, tooLong(fields.name)],
	['no address', { email: '' }, fields.email.required],
	['half an address', { email: 'ada@' }, fields.email.malformed],
	['a long address', { email: `${'x'.repeat(255)}@example.org` }, tooLong(fields.email)],
	['a long phone number', { phone: '1'.repeat(41) }, tooLong(fields.phone)],
	['a long company', { company: 'x'.repeat(101) }, tooLong(fields.company)],
	['no topic', { topic: '' }, fields.topic.required],
	['a topic that is not offered', { topic: 'gossip' }, fields.topic.required],
	['no message', { message: ' \n ' }, fields.message.required],
	['a long message', { message: 'x'.repeat(5001) }, tooLong(fields.message)],
];
for (const [what, change, message] of broken) {
	test(`${what} is told in the summary and beside the field`, async () => {
		const app = new TestApp();
		const response = await app.post({ ...typed, ...change, ...(await app.solved()) });
		expect(response.status).toBe(422);
		const [name] = Object.keys(change);
		const page = await response.text();
		const shown = unbroken(message);
		expect(page).toContain(`<a href="#${name}">${shown}</a>`);
		expect(page).toMatch(
			new RegExp(`id="${name}-error"[^>]*>(<[^>]+>[^<]*</[^>]+>)?\\s*${shown}<`),
		);
		expect(app.store.enquiries()).toEqual([]);
	});
}

test('a limit counts what people see as characters', async () => {
	const app = new TestApp();
	const family = '👨‍👩‍👧‍👦';
	const form = { ...typed, name: family.repeat(100) };
	expect((await app.post({ ...form, ...(await app.solved()) })).status).toBe(303);
});

test('every message of the definition is one that a test breaks the rule of', () => {
	const tested = new Set(broken.map(([, , message]) => message));
	const messages = Object.values(fields).flatMap((field: Field) => [
		...('required' in field && field.required ? [field.required] : []),
		...('malformed' in field ? [field.malformed] : []),
		...('limit' in field ? [tooLong(field)] : []),
	]);
	expect(messages.filter((message) => !tested.has(message))).toEqual([]);
});
