import { expect, test } from '@playwright/test';
import { advance } from '../../../netlify/functions/contact/advance.ts';
import { isDue, pause } from '../../../netlify/functions/contact/due.ts';
import {
	type Enquiry,
	type Open,
	type State,
	transitions,
} from '../../../netlify/functions/contact/enquiry.ts';
import { MemoryStore, Office, typed } from '../../fakes.ts';

const minute = 60_000;

test('a wait doubles from a minute to four hours, its second half at random', () => {
	for (const [tries, full] of [
		[1, 1],
		[2, 2],
		[3, 4],
		[8, 128],
		[9, 240],
		[10, 240],
		[1000, 240],
	] as const) {
		expect(pause(tries, { random: () => 0 })).toBe((full * minute) / 2);
		expect(pause(tries, { random: () => 0.999_999 })).toBeCloseTo(full * minute, -3);
	}
});

async function undelivered(delivery: Partial<Open['delivery']>, state: Open['state'] = 'failed') {
	const office = new Office();
	office.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded' });
	await office.post({ ...typed, ...(await office.solved()) });
	const [found] = office.store.enquiries();
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
	expect(isDue({ state: 'spent', received: 0 }, 5)).toBe(false);
});

test('no step is taken that the table does not have', async () => {
	const open = await undelivered({});
	const states = Object.keys(transitions) as State[];
	for (const from of states) {
		for (const to of states) {
			const store = new MemoryStore();
			const value = { ...open, state: from } as Enquiry;
			const written = await store.create('key', value);
			const found = { value, etag: typeof written === 'object' ? written.etag : '' };
			const step = advance(store, { key: 'key', found }, { ...open, state: to } as Enquiry);
			if (transitions[from][to]) expect(await step, `${from} to ${to}`).toHaveProperty('etag');
			else await expect(step, `${from} to ${to}`).rejects.toThrow(RangeError);
		}
	}
});

test('of two who take the same step, one does', async () => {
	const office = new Office();
	office.mailer.answers.push({ kind: 'later', error: 'rate_limit_exceeded' });
	await office.post({ ...typed, ...(await office.solved()) });
	const [key] = [...office.store.records.keys()].filter((name) => name.startsWith('enquiries/'));
	const found = await office.store.read(key ?? '');
	if (!key || !found) throw new Error('Nothing was kept');
	const seen = { key, found: { value: found.value as Enquiry, etag: found.etag } };
	const step = { ...(found.value as Open), state: 'sending' } as const;
	expect(await advance(office.store, seen, step)).toHaveProperty('etag');
	expect(await advance(office.store, seen, step)).toBe('refused');
});
