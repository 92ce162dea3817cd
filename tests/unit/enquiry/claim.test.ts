import { expect, test } from '@playwright/test';
import { issueChallenge } from '#contact/captcha/challenge.ts';
import { claim, newEnquiry, spendChallenge } from '#contact/enquiry/claim.ts';
import { enquiryKey, type OpenEnquiry, tombstone } from '#contact/enquiry/enquiry.ts';
import { entryOf } from '#contact/enquiry/pending.ts';
import { OrderedStore } from '#simulation/delivery/ordered-store.ts';
import { filledIn, MemoryStore, policyVersion, TestApp } from '#simulation/fakes.ts';

const { keys, context, time } = new TestApp();
const question = issueChallenge({ keys, context, now: () => time });
const key = enquiryKey(question);

/** What a request makes of a form: other words have another fingerprint, and each request a writer of its own. */
function asked(message: string = filledIn.message, now = time, due?: string): OpenEnquiry {
	const values = { ...filledIn, message };
	const { date: policy, sha256: policyHash } = policyVersion;
	const read = { values, proofs: ['sum'], signals: [], policy, policyHash } as const;
	return newEnquiry(question, read, { now, due });
}

const keep = (store: MemoryStore, record: OpenEnquiry) => claim(store, question, record);
const entries = ({ records }: MemoryStore): string[] =>
	[...records.keys()].filter((name) => name.startsWith('pending/'));

/** A store whose answers to some writes are lost, or that does not take them at all. */
class LossyStore extends MemoryStore {
	/** The beginning of the keys whose writes are answered with `failed`. */
	fails = '';
	lands = false;

	override async create(name: string, value: unknown) {
		const isLost = this.fails !== '' && name.startsWith(this.fails);
		const written = !isLost || this.lands ? await super.create(name, value) : undefined;
		return isLost || written === undefined ? ('failed' as const) : written;
	}
}

test('a message is kept with its entry, and its request has it to itself for a minute', async () => {
	const store = new MemoryStore();
	const record = asked();
	expect(record).toMatchObject({ delivery: { tries: 0, generation: 1, lease: time + 60_000 } });
	const { reference } = record;
	expect(await keep(store, record)).toEqual({
		kind: 'ours',
		receipt: { form: 'contact', reference, received: time, policy: policyVersion },
		mine: { value: record, etag: store.records.get(key)?.etag },
	});
	expect(store.enquiries()).toEqual([record]);
	expect(entries(store)).toEqual([entryOf(key, record)]);
});

test('a message costs two writes to keep, and is not read back', async () => {
	const store = new OrderedStore();
	expect(await keep(store, asked())).toMatchObject({ kind: 'ours' });
	expect(store.requests).toBe(2);
});

test('a message whose write was answered with nothing is known again by its request', async () => {
	const store = new LossyStore();
	Object.assign(store, { fails: 'enquiries/', lands: true });
	const record = asked();
	expect(await keep(store, record)).toMatchObject({
		kind: 'ours',
		mine: { value: record, etag: store.records.get(key)?.etag },
	});
	expect(entries(store)).toEqual([entryOf(key, record)]);
});

for (const later of [0, 1000]) {
	test(`of two requests with the same words, ${later} ms apart, one has the message and both its receipt`, async () => {
		const store = new MemoryStore();
		const first = asked(filledIn.message, time, '2026-12-23');
		await keep(store, first);
		const again = asked(filledIn.message, time + later, '2026-12-24');
		const { reference } = first;
		expect(await keep(store, again)).toStrictEqual({
			kind: 'ours',
			receipt: {
				form: 'contact',
				reference,
				received: time,
				due: '2026-12-23',
				policy: { ...policyVersion },
			},
		});
		expect(store.enquiries()).toEqual([first]);
		expect(entries(store)).toEqual([entryOf(key, first)]);
	});
}

test('a message that was delivered is receipted again, and has no entry any more', async () => {
	const store = new MemoryStore();
	const first = asked();
	await store.create(key, tombstone(first));
	const claimed = await keep(store, asked(filledIn.message, time + 1000));
	expect(claimed).toMatchObject({ kind: 'ours', receipt: { received: time } });
	expect(claimed).not.toHaveProperty('mine');
	expect(entries(store)).toEqual([]);
});

for (const [what, kept] of [
	['waits', asked('Other words')],
	['is being sent', { ...asked('Other words'), state: 'sending' as const }],
	['was delivered', tombstone(asked('Other words'))],
] as const) {
	test(`a question lets no other message through while the one with other words ${what}`, async () => {
		const store = new MemoryStore();
		await store.create(key, kept);
		expect(await keep(store, asked())).toEqual({ kind: 'used' });
		expect(store.enquiries()).toEqual([kept]);
		expect(entries(store)).toEqual([entryOf(key, kept)].filter((entry) => entry !== undefined));
	});
}

test('a question that was answered wrongly lets nothing through', async () => {
	const store = new MemoryStore();
	await spendChallenge(store, question, time);
	expect(await keep(store, asked())).toEqual({ kind: 'used' });
	expect(store.enquiries()).toMatchObject([{ state: 'spent', received: time }]);
	expect(entries(store)).toEqual([]);
});

test('a question whose record cannot be read lets nothing through, and a person sees that record', async () => {
	const store = new MemoryStore();
	await store.create(key, { version: 1000 });
	expect(await keep(store, asked())).toEqual({ kind: 'used' });
	expect(entries(store)).toMatchObject([expect.stringMatching(/^pending\/held\//)]);
});

test('what the store does not show that it holds is not sure, and nothing is kept without its entry', async () => {
	for (const fails of ['enquiries/', 'pending/']) {
		const store = new LossyStore();
		store.fails = fails;
		expect(await keep(store, asked())).toEqual({ kind: 'unsure' });
		expect(store.enquiries()).toEqual([]);
	}
	const store = new MemoryStore();
	store.down = true;
	expect(await keep(store, asked())).toEqual({ kind: 'unsure' });
});
