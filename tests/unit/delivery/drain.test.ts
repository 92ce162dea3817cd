import { expect, test } from '@playwright/test';
import { drain } from '../../../netlify/functions/contact/drain.ts';
import type { Open } from '../../../netlify/functions/contact/enquiry.ts';
import { undelivered } from '../../delivery/undelivered.ts';
import { Office, typed } from '../../fakes.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const all = { reads: 1000, tries: 1000 };

/** Puts an enquiry in the store as if it had been kept long enough ago to be due. */
async function put(office: Office, change: Partial<Open> = {}): Promise<string> {
	const { key, record } = undelivered(office.time);
	await office.store.create(key, { ...record, ...change });
	return key;
}

const held = { state: 'failed', delivery: { tries: 1, generation: 1, held: 'refused' } } as const;
const digests = (office: Office) =>
	[...office.mailer.mails].filter(([key]) => key.startsWith('held-')).map(([, mail]) => mail);

test('a round says what became of each record', async () => {
	const office = new Office();
	for (let count = 0; count < 4; count++) await put(office);
	await put(office, held);
	office.mailer.answers.push(
		{ kind: 'later', error: 'x' },
		{ kind: 'refused', error: 'x' },
		{ kind: 'unknown', error: 'x' },
	);
	expect(await drain(office.desk(), all)).toEqual({
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
	const office = new Office();
	for (let count = 0; count < 5; count++) await put(office);
	expect(await drain(office.desk(), { reads: 1000, tries: 3 })).toMatchObject({ delivered: 3 });
	expect(office.mailer.mails.size).toBe(3);
});

test('of many rounds at once each enquiry is sent once', async () => {
	const office = new Office();
	for (let count = 0; count < 10; count++) await put(office);
	await Promise.all(Array.from({ length: 8 }, () => drain(office.desk(), all)));
	expect(office.mailer.calls).toBe(10);
});

test('what waits for a person keeps no small round from what is due', async () => {
	const office = new Office();
	for (let count = 0; count < 50; count++) await put(office, held);
	await put(office);
	for (let round = 0; round < 4; round++) await drain(office.desk(), { reads: 20, tries: 3 });
	expect(office.store.enquiries().filter(({ state }) => state === 'delivered')).toHaveLength(1);
});

test('whatever lies in the store, small rounds of fresh processes reach what is due', async () => {
	const office = new Office();
	for (let count = 0; count < 100; count++) await put(office, held);
	await put(office);
	let random = 0;
	for (let round = 0; round < 20; round++) {
		random = (random + 0.19) % 1;
		// A tag that no process has seen: nothing is remembered of the record.
		for (const [key, { value }] of office.store.records) {
			office.store.records.set(key, { value, etag: `"${round} ${key}"` });
		}
		await drain({ ...office.desk(), random: () => random }, { reads: 20, tries: 3 });
	}
	expect(office.store.enquiries().filter(({ state }) => state === 'delivered')).toHaveLength(1);
});

test('a record of which no mail can be made waits for a person and holds up nothing', async () => {
	const office = new Office();
	// As an earlier version of the site might have written it.
	const broken = await put(office, { message: {} } as unknown as Partial<Open>);
	await put(office);
	expect(await drain(office.desk(), all)).toMatchObject({ delivered: 1, held: 1 });
	expect(office.store.records.get(broken)?.value).toMatchObject({ delivery: { held: 'broken' } });
});

test('the operator is told once a day what waits for a person, by references only', async () => {
	const office = new Office();
	await put(office, held);
	for (let round = 0; round < 3; round++) await drain(office.desk(), all);
	expect(digests(office)).toHaveLength(1);
	const [record] = office.store.enquiries();
	const text = digests(office)[0]?.text ?? '';
	expect(text).toContain(record && 'reference' in record ? record.reference : 'none');
	for (const value of Object.values(typed)) expect(text).not.toContain(value);
	office.time += day;
	await drain(office.desk(), all);
	expect(digests(office)).toHaveLength(2);
});

test('an operator who cannot be told is told in a later round of the day', async () => {
	const office = new Office();
	await put(office, held);
	office.mailer.answers.push({ kind: 'unknown', error: 'x' });
	await drain(office.desk(), all);
	expect(digests(office)).toHaveLength(0);
	office.time += minute;
	await drain(office.desk(), all);
	expect(digests(office)).toHaveLength(1);
});

test('what is delivered goes once its question cannot be answered any more', async () => {
	const office = new Office();
	const form = { ...typed, ...(await office.solved()) };
	await office.post(form);
	office.time += 23 * 60 * minute;
	await drain(office.desk(), all);
	expect((await office.post({ ...form, message: 'Another' })).status).toBe(200);
	office.time += 3 * day;
	expect(await drain(office.desk(), all)).toMatchObject({ purged: 1 });
	expect(office.store.enquiries()).toEqual([]);
});

test('what waits for a person stays however old it is', async () => {
	const office = new Office();
	await put(office, held);
	office.time += 400 * day;
	await drain(office.desk(), all);
	expect(office.store.enquiries()).toHaveLength(1);
});

test('what the provider has never told of loses its words after the time of retention', async () => {
	const office = new Office();
	const accepted = { tries: 1, generation: 1, id: 'x' };
	await put(office, { state: 'accepted', delivery: accepted });
	office.time += 29 * day;
	await drain(office.desk(), all);
	expect(office.store.enquiries()).toMatchObject([{ state: 'accepted' }]);
	office.time += day;
	await drain(office.desk(), all);
	expect(JSON.stringify(office.store.enquiries())).not.toContain(typed.message);
});

test('while the provider is away a round tries three mails and no more', async () => {
	const office = new Office();
	for (let count = 0; count < 10; count++) await put(office);
	for (let count = 0; count < 10; count++) {
		office.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
	}
	expect(await drain(office.desk(), all)).toMatchObject({ waiting: 3, delivered: 0 });
	expect(office.mailer.calls).toBe(3);
});

test('a round reads many records at a time', async () => {
	const office = new Office();
	for (let count = 0; count < 100; count++) await put(office, held);
	let [under, most] = [0, 0];
	const read = office.store.read.bind(office.store);
	office.store.read = async (key) => {
		most = Math.max(most, ++under);
		const found = await read(key);
		under--;
		return found;
	};
	await drain(office.desk(), all);
	expect(most).toBe(20);
});
