import { expect, test } from '@playwright/test';
import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import { parseRecord } from '#contact/enquiry/record-schema.ts';
import { tombstone } from '#contact/enquiry/enquiry.ts';
import { wholeRound } from '#simulation/delivery/instance.ts';
import { undelivered } from '#simulation/delivery/undelivered.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const key = 'enquiries/2026-11-23/AAAAAAAAAAAAAAAAAAAAAA';
const now = Date.parse('2026-11-23T10:00:00Z');
const { record } = undelivered(now);

const { form: _, ...unnamed } = record;
const { policyHash: __, ...message } = record.message;
/** The same record as the second version wrote it, and as it is read now. */
const secondVersion = { ...unnamed, version: 2, message };
const migrated = { ...record, message };

test('what this version writes is read as it is', () => {
	expect(parseRecord(key, structuredClone(record))).toEqual(record);
	expect(parseRecord(key, tombstone(record))).toEqual(tombstone(record));
	const spent = { version: 3, state: 'spent', received: now };
	expect(parseRecord(key, spent)).toEqual(spent);
});

test('a record of the first version is migrated, with what its tries may have come to', () => {
	const earlier = { ...secondVersion, version: undefined };
	expect(parseRecord(key, earlier)).toEqual(migrated);
	const mail = {
		from: 'a',
		to: ['b'],
		subject: '[Possible spam] c',
		text: '',
		html: '',
		headers: {},
	};
	const tried = { ...earlier, delivery: { tries: 1, generation: 1, first: now, mail } };
	expect(parseRecord(key, tried)).toMatchObject({
		version: 3,
		form: 'contact',
		delivery: { attempted: 'maybe', first: now, label: 'suspicious', mail },
	});
	expect(parseRecord(key, { state: 'spent', received: now })).toMatchObject({ version: 3 });
});

test('a record of the second version is a contact enquiry, and says nothing of words that were not kept', () => {
	expect(parseRecord(key, secondVersion)).toEqual(migrated);
	const { message: _, delivery: __, issued: ___, ...kept } = secondVersion;
	const delivered = { ...kept, state: 'delivered', topic: 'sales' };
	expect(parseRecord(key, delivered)).toEqual({ ...delivered, version: 3, form: 'contact' });
	const spent = { version: 2, state: 'spent', received: now };
	expect(parseRecord(key, spent)).toEqual({ ...spent, version: 3 });
});

const strange: [string, unknown][] = [
	['of a later version', { ...record, version: 4 }],
	['without a message', { ...record, message: {} }],
	['in a state that nobody knows', { ...record, state: 'asleep' }],
	['that is a text', 'a text'],
	['that is nothing', null],
	[
		'with a topic that the form does not have',
		{
			...record,
			message: { ...record.message, values: { ...record.message.values, topic: 'gossip' } },
		},
	],
];
for (const [what, value] of strange) {
	test(`a record ${what} is set aside, told to the operator and never changed`, async () => {
		const app = new TestApp();
		await app.store.create(key, value);
		const before = JSON.stringify(app.store.records.get(key));
		app.time += 400 * 86_400_000;
		for (let round = 0; round < 2; round++) await deliveryRound(app.services(), wholeRound);
		expect(JSON.stringify(app.store.records.get(key))).toBe(before);
		const [notice] = [...app.mailer.mails.values()];
		expect(notice?.to).toEqual(['operator@example.com']);
		expect(notice?.text).toContain(key);
		expect(notice?.text).not.toContain(typed.message);
	});
}
