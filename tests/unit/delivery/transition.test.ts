import { expect, test } from '@playwright/test';
import { transition } from '#contact/enquiry/transition.ts';
import { isDue, retryDelay } from '#contact/delivery/retry-policy.ts';
import {
	type Enquiry,
	type OpenEnquiry,
	type EnquiryState,
	recordVersion,
	transitions,
} from '#contact/enquiry/enquiry.ts';
import { MemoryStore, TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;

test('a wait doubles from a minute to four, its second half at random', () => {
	for (const [tries, full] of [
		[1, 1],
		[2, 2],
		[3, 4],
		[4, 4],
		[1000, 4],
	] as const) {
		expect(retryDelay(tries, { random: () => 0 })).toBe((full * minute) / 2);
		expect(retryDelay(tries, { random: () => 0.999_999 })).toBeCloseTo(full * minute, -3);
	}
});

async function undelivered(
	delivery: Partial<OpenEnquiry['delivery']>,
	state: OpenEnquiry['state'] = 'failed',
) {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded' });
	await app.post({ ...typed, ...(await app.solved()) });
	const [found] = app.store.enquiries();
	if (!found || !('delivery' in found)) throw new Error('Nothing was kept');
	return { ...found, state, delivery: { tries: 1, generation: 1, ...delivery } } satisfies Enquiry;
}

test('an enquiry is due past its lease and its time, unless a person decides or the provider has it', async () => {
	expect(isDue(await undelivered({}), 5)).toBe(true);
	expect(isDue(await undelivered({ due: 6 }), 5)).toBe(false);
	expect(isDue(await undelivered({ due: 5 }), 5)).toBe(true);
	expect(isDue(await undelivered({ lease: 6 }, 'sending'), 5)).toBe(false);
	expect(isDue(await undelivered({ lease: 5 }, 'sending'), 5)).toBe(true);
	expect(isDue(await undelivered({ held: 'refused' }), 5)).toBe(false);
	expect(isDue(await undelivered({}, 'accepted'), 5)).toBe(false);
	expect(isDue({ version: recordVersion, state: 'spent', received: 0 }, 5)).toBe(false);
});

test('no step is taken that the table does not have', async () => {
	const open = await undelivered({});
	const states = Object.keys(transitions) as EnquiryState[];
	for (const from of states) {
		for (const to of states) {
			const store = new MemoryStore();
			const value = { ...open, state: from } as Enquiry;
			const written = await store.create('key', value);
			const found = { value, etag: typeof written === 'object' ? written.etag : '' };
			const step = transition(store, { key: 'key', found }, { ...open, state: to } as Enquiry);
			if (transitions[from][to]) expect(await step, `${from} to ${to}`).toHaveProperty('etag');
			else await expect(step, `${from} to ${to}`).rejects.toThrow(RangeError);
		}
	}
});

test('of two who take the same step, one does', async () => {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded' });
	await app.post({ ...typed, ...(await app.solved()) });
	const [key] = [...app.store.records.keys()].filter((name) => name.startsWith('enquiries/'));
	const found = await app.store.read(key ?? '');
	if (!key || !found) throw new Error('Nothing was kept');
	const seen = { key, found: { value: found.value as Enquiry, etag: found.etag } };
	const step = { ...(found.value as OpenEnquiry), state: 'sending' } as const;
	expect(await transition(app.store, seen, step)).toHaveProperty('etag');
	expect(await transition(app.store, seen, step)).toBe('refused');
});
