import { expect, test } from '@playwright/test';
import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import type { OpenEnquiry } from '#contact/enquiry/enquiry.ts';
import { wholeRound } from '#simulation/delivery/instance.ts';
import { keepRecord, undelivered } from '#simulation/delivery/undelivered.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Puts an enquiry in the store as if it had been kept long enough ago to be due. */
async function put(app: TestApp, change: Partial<OpenEnquiry> = {}): Promise<string> {
	const { key, record } = undelivered(app.time);
	await keepRecord(app.store, key, { ...record, ...change });
	return key;
}

const held = { state: 'failed', delivery: { tries: 1, generation: 1, held: 'refused' } } as const;
const digests = (app: TestApp) =>
	[...app.mailer.mails].filter(([key]) => key.startsWith('held-')).map(([, mail]) => mail);

test('a round says what became of each record', async () => {
	const app = new TestApp();
	for (let count = 0; count < 4; count++) await put(app);
	await put(app, held);
	app.mailer.answers.push(
		{ kind: 'later', error: 'x' },
		{ kind: 'refused', error: 'x' },
		{ kind: 'unknown', error: 'x' },
	);
	expect(await deliveryRound(app.services(), wholeRound)).toEqual({
		delivered: 1,
		accepted: 0,
		waiting: 2,
		delayed: 0,
		held: 1,
		busy: 0,
		purged: 0,
	});
});

test('a round tries no more mails than it may', async () => {
	const app = new TestApp();
	for (let count = 0; count < 5; count++) await put(app);
	expect(await deliveryRound(app.services(), { ...wholeRound, tries: 3 })).toMatchObject({
		delivered: 3,
	});
	expect(app.mailer.mails.size).toBe(3);
});

test('of many rounds at once each enquiry is sent once', async () => {
	const app = new TestApp();
	for (let count = 0; count < 10; count++) await put(app);
	await Promise.all(Array.from({ length: 8 }, () => deliveryRound(app.services(), wholeRound)));
	expect(app.mailer.calls).toBe(10);
});

test('what waits for a person keeps no small round from what is due', async () => {
	const app = new TestApp();
	for (let count = 0; count < 50; count++) await put(app, held);
	await put(app);
	for (let round = 0; round < 4; round++)
		await deliveryRound(app.services(), { ...wholeRound, tries: 3 });
	expect(app.store.enquiries().filter(({ state }) => state === 'delivered')).toHaveLength(1);
});

test('a record of which no mail can be made waits for a person and holds up nothing', async () => {
	const app = new TestApp();
	await put(app);
	// As if the settings of the site had a fault that no check sees.
	const services = { ...app.services(), addresses: undefined as never };
	await deliveryRound(services, { ...wholeRound, purge: 0 }).catch(() => undefined);
	expect(app.store.enquiries()).toMatchObject([{ delivery: { held: 'broken' } }]);
	await put(app);
	expect(await deliveryRound(app.services(), wholeRound)).toMatchObject({ delivered: 1 });
});

test('the operator is told once a day what waits for a person, by references only', async () => {
	const app = new TestApp();
	await put(app, held);
	for (let round = 0; round < 3; round++) await deliveryRound(app.services(), wholeRound);
	expect(digests(app)).toHaveLength(1);
	const [record] = app.store.enquiries();
	const text = digests(app)[0]?.text ?? '';
	expect(text).toContain(record && 'reference' in record ? record.reference : 'none');
	for (const value of Object.values(typed)) expect(text).not.toContain(value);
	app.time += day;
	await deliveryRound(app.services(), wholeRound);
	expect(digests(app)).toHaveLength(2);
});

test('an operator who cannot be told is told in a later round of the day', async () => {
	const app = new TestApp();
	await put(app, held);
	app.mailer.answers.push({ kind: 'unknown', error: 'x' });
	await deliveryRound(app.services(), wholeRound);
	expect(digests(app)).toHaveLength(0);
	app.time += minute;
	await deliveryRound(app.services(), wholeRound);
	expect(digests(app)).toHaveLength(1);
});

test('what is delivered goes once its question cannot be answered any more', async () => {
	const app = new TestApp();
	const form = { ...typed, ...(await app.solved()) };
	await app.post(form);
	app.time += 23 * 60 * minute;
	await deliveryRound(app.services(), wholeRound);
	expect((await app.post({ ...form, message: 'Another' })).status).toBe(200);
	app.time += 3 * day;
	await deliveryRound(app.services(), wholeRound);
	expect(app.store.enquiries()).toEqual([]);
});

test('what the provider has never told of loses its words after the time of retention', async () => {
	const app = new TestApp();
	const accepted = { tries: 1, generation: 1, id: 'x' };
	await put(app, { state: 'accepted', delivery: accepted });
	app.time += 29 * day;
	await deliveryRound(app.services(), wholeRound);
	expect(app.store.enquiries()).toMatchObject([{ state: 'accepted' }]);
	app.time += day;
	await deliveryRound(app.services(), wholeRound);
	expect(JSON.stringify(app.store.enquiries())).not.toContain(typed.message);
});

test('while the provider is away a round tries three mails and no more', async () => {
	const app = new TestApp();
	for (let count = 0; count < 10; count++) await put(app);
	for (let count = 0; count < 10; count++) {
		app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	}
	expect(await deliveryRound(app.services(), wholeRound)).toMatchObject({
		waiting: 3,
		delivered: 0,
	});
	expect(app.mailer.calls).toBe(3);
});

test('a round reads many records at a time', async () => {
	const app = new TestApp();
	for (let count = 0; count < 100; count++) await put(app, held);
	let [under, most] = [0, 0];
	const read = app.store.read.bind(app.store);
	app.store.read = async (key) => {
		most = Math.max(most, ++under);
		const found = await read(key);
		under--;
		return found;
	};
	await deliveryRound(app.services(), wholeRound);
	expect(most).toBe(20);
});
