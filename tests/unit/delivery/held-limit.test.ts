import { expect, test } from '@playwright/test';
import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import { wholeRound } from '#simulation/delivery/instance.ts';
import { keepRecord, undelivered } from '#simulation/delivery/undelivered.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const delivery = { tries: 1, generation: 1, held: 'refused', error: 'validation_error' } as const;

/** Keeps an enquiry that waits for a person; gives its reference. */
async function hold(app: TestApp): Promise<string> {
	const { key, record } = undelivered(app.time);
	await keepRecord(app.store, key, { ...record, state: 'failed', delivery });
	return record.reference;
}

const mails = (app: TestApp, prefix: string) =>
	[...app.mailer.mails].filter(([key]) => key.startsWith(prefix)).map(([, mail]) => mail);
const round = (app: TestApp) => deliveryRound(app.services(), wholeRound);

test('a new enquiry that waits for a person is told of within the hour, and each once a day', async () => {
	const app = new TestApp();
	const first = await hold(app);
	await round(app);
	app.time += 10 * minute;
	const second = await hold(app);
	for (let n = 0; n < 6; n++) {
		app.time += 10 * minute;
		await round(app);
	}
	const digests = mails(app, 'held-');
	expect(digests.map(({ subject }) => subject)).toEqual([
		'1 enquiry waits for a person',
		'2 enquiries wait for a person',
	]);
	const [told = '', before = ''] = digests[1]?.text.split('Told of before:') ?? [];
	expect(told).toContain(second);
	expect(before).toContain(first);
});

test('a flood of enquiries that wait for a person makes one mail an hour', async () => {
	const app = new TestApp();
	for (let n = 0; n < 12; n++) {
		await hold(app);
		await round(app);
		app.time += 5 * minute;
	}
	expect(mails(app, 'held-').length).toBeLessThanOrEqual(2);
});

test('what nobody decides about is announced a week before, mailed to the operator whole, and erased', async () => {
	const app = new TestApp();
	const reference = await hold(app);
	app.time += 22 * day;
	await round(app);
	expect(mails(app, 'held-').at(-1)?.text).not.toContain('erased');
	app.time += 2 * day;
	await round(app);
	expect(mails(app, 'held-').at(-1)?.text).toContain(
		`${reference} (decide by 23 December 2026: then it comes to you by mail, and is erased here)`,
	);
	expect(mails(app, 'export-')).toEqual([]);
	app.time += 6 * day;
	await round(app);
	const [mail] = mails(app, 'export-');
	expect(mail?.to).toEqual(['operator@example.com']);
	for (const value of [typed.name, typed.email, typed.message]) expect(mail?.text).toContain(value);
	expect(JSON.stringify([...app.store.records.values()])).not.toContain(typed.email);
});

test('what the provider does not take is not erased', async () => {
	const app = new TestApp();
	await hold(app);
	app.time += 40 * day;
	app.mailer.send = async () => ({ kind: 'refused', error: 'invalid_api_key', account: true });
	for (let n = 0; n < 3; n++) await round(app);
	expect(app.store.enquiries()).toMatchObject([{ message: { values: { email: typed.email } } }]);
});

test('markup in an enquiry is text in the mail to the operator', async () => {
	const app = new TestApp();
	const { key, record } = undelivered(app.time);
	const values = { ...record.message.values, message: '<script>alert(1)</script>' };
	const message = { ...record.message, values };
	await keepRecord(app.store, key, { ...record, state: 'failed', delivery, message });
	app.time += 40 * day;
	await round(app);
	expect(mails(app, 'export-')[0]?.html).not.toContain('<script>');
});
