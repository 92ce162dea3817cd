import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { contact } from '#src/forms/contact.ts';
import { reasons } from '#src/forms/outcomes.ts';
import { questionHours, ways } from '#src/forms/question.ts';
import { wordingOf } from '#src/forms/wording.ts';
import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import type { OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import { wholeRound } from '#simulation/delivery/instance.ts';
import { policyVersion, readQuestion, TestApp, typed } from '#simulation/fakes.ts';

const box = contact.fields['marketing-electronic'];
const first = box.label;
const second = 'You may e-mail me about offers';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const line = (wording: string, ticked: string): string =>
	`marketing-electronic: ${ticked}; it starts unticked. “${wording}” SHA-256 ${sha256(wording)}`;

/** Does something while the box has other words. */
async function reworded<T>(work: () => Promise<T>): Promise<T> {
	Object.assign(box, { label: second });
	try {
		return await work();
	} finally {
		Object.assign(box, { label: first });
	}
}

test('an enquiry that waits keeps the words that were ticked, however they are changed since', async () => {
	const app = new TestApp();
	// What is over a network's budget waits without a mail, which is then made of the record.
	app.budgets = { site: 60, network: 1 };
	const post = async (message: string) =>
		app.post({ ...typed, message, 'marketing-electronic': 'yes', ...(await app.solved()) });
	await post('The one that may be sent');
	await post('Before the change');
	await reworded(async () => {
		await post('After the change');
		const open = app.store.enquiries().find(({ state }) => state === 'failed');
		expect((open as OpenEnquiry).message.decisions).toContainEqual({
			box: 'marketing-electronic',
			wording: first,
			hash: sha256(first),
			default: false,
			ticked: true,
		});
		app.time += 3_600_000;
		await deliveryRound(app.services(), wholeRound);
	});
	const mails = [...app.mailer.mails.values()];
	const about = (message: string) => mails.find(({ text }) => text.includes(message));
	expect(about('Before the change')?.text).toContain(line(first, 'ticked'));
	expect(about('Before the change')?.text).not.toContain(second);
	expect(about('After the change')?.text).toContain(line(second, 'ticked'));
	expect(about('After the change')?.html).toContain(sha256(second));
});

test('a delivered record shows which words were ticked, by their hash, and not by whom', async () => {
	const app = new TestApp();
	await app.post({ ...typed, 'no-third-parties': 'yes', ...(await app.solved()) });
	const [record] = app.store.enquiries();
	expect(record).toMatchObject({
		state: 'delivered',
		policy: '2026-11-23',
		policyHash: policyVersion.sha256,
	});
	const decisions = Reflect.get(record ?? {}, 'decisions');
	const { fields } = contact;
	expect(decisions).toEqual(
		(
			['copy-to-me', 'marketing-electronic', 'no-marketing-post-phone', 'no-third-parties'] as const
		).map((name) => ({
			box: name,
			hash: sha256(fields[name].label),
			default: false,
			ticked: name === 'no-third-parties',
		})),
	);
	for (const value of Object.values(typed).filter((one) => one !== 'sales')) {
		expect(JSON.stringify(record)).not.toContain(value);
	}
});

test('a record of a time when no words were kept makes a mail that claims none', async () => {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded', wait: 1000 });
	await app.post({ ...typed, 'no-third-parties': 'yes', ...(await app.solved()) });
	for (const [key, { value, etag }] of app.store.records) {
		if (!key.startsWith('enquiries/')) continue;
		const { message, ...record } = value as OpenEnquiry;
		const { decisions: _, policyHash: __, ...earlier } = message;
		const { form: ___, delivery, ...kept } = record;
		const { mail: ____, ...waiting } = delivery;
		const old = { ...kept, version: 2, message: earlier, delivery: waiting };
		app.store.records.set(key, { value: old, etag });
	}
	app.time += 3_600_000;
	await deliveryRound(app.services(), wholeRound);
	const [mail] = app.mailer.mails.values();
	expect(mail?.text).toContain('Passing details to third parties: refused');
	expect(mail?.text).not.toContain('SHA-256');
});

const seen = { wording: wordingOf('contact') ?? '' };
const boxes = { 'marketing-electronic': 'yes', 'no-third-parties': 'yes' };
const ticked = (html: string): string[] =>
	[...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
		.filter(([tag]) => tag.includes(' checked'))
		.map(([tag]) => /name="([^"]*)"/.exec(tag)?.[1] ?? '');

test('a form whose boxes had other words comes back with the consent cleared and the objection kept', async () => {
	const app = new TestApp();
	const form = { ...typed, ...boxes, ...seen, ...(await app.solved()) };
	await reworded(async () => {
		const answer = await app.post(form);
		expect(answer.status).toBe(200);
		const html = await answer.text();
		expect(html).toContain(reasons.reworded);
		expect(html).toContain(typed.message);
		expect(ticked(html)).toEqual(['no-third-parties']);
		expect(app.store.enquiries()).toEqual([]);
	});
});

test('a form whose boxes had other words comes back with them and with the question that it has no answer to', async () => {
	const app = new TestApp();
	const { token } = await app.solved();
	await reworded(async () => {
		for (const question of [{}, { token }, { token, answer: '' }]) {
			const html = await (await app.post({ ...typed, ...boxes, ...seen, ...question })).text();
			expect(html).toContain(reasons['reworded-unanswered']);
			expect(ticked(html)).toEqual(['no-third-parties']);
		}
	});
});

test('a form whose boxes had other words is not asked for an answer where the browser’s work was chosen', async () => {
	const app = new TestApp();
	const { token } = await app.solved();
	const form = { ...typed, ...boxes, ...seen, token, [ways.instead.name]: 'yes' };
	await reworded(async () => {
		expect(await (await app.post(form)).text()).toContain(reasons.reworded);
	});
});

test('a form whose boxes had other words and whose question grew too old asks for both, and is sent by that', async () => {
	const app = new TestApp();
	const form = { ...typed, ...boxes, ...seen, ...(await app.solved()) };
	app.time += (questionHours + 1) * 3_600_000;
	await reworded(async () => {
		const html = await (await app.post(form)).text();
		expect(html).toContain(reasons['reworded-unanswered']);
		expect(html).not.toContain(`value="${form.answer}"`);
		expect(ticked(html)).toEqual(['no-third-parties']);
		const again = { ...typed, wording: wordingOf('contact') ?? '', ...readQuestion(html) };
		expect((await app.post(again)).status).toBe(303);
	});
});

test('a message that was kept before its words changed has its receipt when it is sent again', async () => {
	const app = new TestApp();
	const form = { ...typed, ...boxes, ...seen, ...(await app.solved()) };
	const receipt = (await app.post(form)).headers.get('location');
	await reworded(async () => {
		expect((await app.post(form)).headers.get('location')).toBe(receipt);
	});
	expect(app.mailer.mails.size).toBe(1);
});

test('a form with the words of now, or that does not say which, is kept at once', async () => {
	for (const said of [seen, {}]) {
		const app = new TestApp();
		const answer = await app.post({ ...typed, ...boxes, ...said, ...(await app.solved()) });
		expect(answer.status).toBe(303);
	}
});
