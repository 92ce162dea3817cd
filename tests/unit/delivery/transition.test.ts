import { expect, test } from '@playwright/test';
import { readEnquiry, transition } from '#contact/enquiry/transition.ts';
import {
	isDue,
	mayBeForgotten,
	mayBeForgottenBeside,
	retryDelay,
} from '#contact/delivery/retry-policy.ts';
import {
	type Enquiry,
	type OpenEnquiry,
	type EnquiryState,
	recordVersion,
	tombstone,
	transitions,
} from '#contact/enquiry/enquiry.ts';
import { MemoryStore, TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;
const hour = 60 * minute;

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

test('a wait is of whole milliseconds, whatever chance gives', () => {
	for (const random of [0.000_1, 1 / 3, 0.618_033_988])
		expect(Number.isInteger(retryDelay(2, { random: () => random }))).toBe(true);
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
	expect(isDue(await undelivered({}), 0)).toBe(true);
	expect(isDue(await undelivered({ due: 6 }), 5)).toBe(false);
	expect(isDue(await undelivered({ due: 5 }), 5)).toBe(true);
	expect(isDue(await undelivered({ lease: 6 }, 'sending'), 5)).toBe(false);
	expect(isDue(await undelivered({ lease: 5 }, 'sending'), 5)).toBe(true);
	expect(isDue(await undelivered({ held: 'refused' }), 5)).toBe(false);
	expect(isDue(await undelivered({}, 'accepted'), 5)).toBe(false);
	expect(isDue({ version: recordVersion, state: 'spent', received: 0 }, 5)).toBe(false);
});

test('an enquiry is due a while ahead when its time comes within that while', async () => {
	expect(isDue(await undelivered({ due: 7 }), 5, 2)).toBe(true);
	expect(isDue(await undelivered({ due: 8 }), 5, 2)).toBe(false);
	expect(isDue(await undelivered({ lease: 6 }, 'sending'), 5, 2)).toBe(false);
});

test('a mail may be forgotten more than 23 hours after the first try that may have been taken', async () => {
	const tried = await undelivered({ attempted: 'maybe', first: 5 });
	expect(mayBeForgotten(tried, 5 + 23 * hour)).toBe(false);
	expect(mayBeForgotten(tried, 6 + 23 * hour)).toBe(true);
	const declined = await undelivered({ attempted: 'declined', first: 5 });
	expect(mayBeForgotten(declined, 6 + 23 * hour)).toBe(false);
	expect(mayBeForgotten(await undelivered({}), 6 + 23 * hour)).toBe(false);
});

test('a first mail sent without the store may be forgotten more than 23 hours after the day of its challenge began', async () => {
	const first = { ...(await undelivered({})), issued: 5 * hour };
	expect(mayBeForgottenBeside(first, 23 * hour)).toBe(false);
	expect(mayBeForgottenBeside(first, 23 * hour + 1)).toBe(true);
	const second = { ...first, delivery: { ...first.delivery, generation: 2 } };
	expect(mayBeForgottenBeside(second, 23 * hour + 1)).toBe(false);
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

/** A store that tells in which order it was written to; an entry cannot be made while it is `full`. */
class ToldStore extends MemoryStore {
	readonly told: string[] = [];
	full = false;

	override async create(key: string, value: unknown) {
		if (this.full && key.startsWith('pending/')) return 'failed' as const;
		const written = await super.create(key, value);
		if (typeof written === 'object') this.told.push(`makes ${key.split('/', 2).join('/')}`);
		return written;
	}

	override async replace(key: string, value: unknown, etag: string) {
		this.told.push(`replaces ${key}`);
		return super.replace(key, value, etag);
	}

	override async delete(key: string) {
		this.told.push(`deletes ${key.split('/', 2).join('/')}`);
		return super.delete(key);
	}
}

async function take(from: Enquiry, to: Enquiry, full = false) {
	const store = new ToldStore();
	const key = 'enquiries/2026-11-23/nonce';
	const written = await store.create(key, from);
	const etag = typeof written === 'object' ? written.etag : '';
	store.told.length = 0;
	store.full = full;
	const result = await transition(store, { key, found: { value: from, etag } }, to);
	return { result, told: store.told };
}

test('what leaves the queue of those that wait for a person has its new entry before its step', async () => {
	const held = await undelivered({ held: 'refused' });
	const again = await undelivered({ due: 6 });
	expect((await take(held, again)).told).toEqual([
		'makes pending/unlabelled',
		'replaces enquiries/2026-11-23/nonce',
		'deletes pending/held',
	]);
	expect(await take(held, again, true)).toEqual({ result: 'failed', told: [] });
});

test('what stays among those to be sent has its step first, because every round looks at its entry', async () => {
	const waiting = await undelivered({ due: 5 });
	const later = await undelivered({ due: 6 });
	expect((await take(waiting, later)).told).toEqual([
		'replaces enquiries/2026-11-23/nonce',
		'makes pending/unlabelled',
		'deletes pending/unlabelled',
	]);
	expect((await take(waiting, waiting)).told).toEqual(['replaces enquiries/2026-11-23/nonce']);
});

test('what is done leaves no entry, and what waits for a person as before keeps its own', async () => {
	const held = await undelivered({ held: 'refused' });
	expect((await take(held, tombstone(held))).told).toEqual([
		'replaces enquiries/2026-11-23/nonce',
		'deletes pending/held',
	]);
	const still = await undelivered({ held: 'unknown' });
	expect((await take(held, still)).told).toEqual(['replaces enquiries/2026-11-23/nonce']);
});

test('a step that another took leaves the entries alone', async () => {
	const store = new ToldStore();
	const [value, next] = [await undelivered({ due: 5 }), await undelivered({ due: 6 })];
	await store.create('enquiries/2026-11-23/nonce', value);
	store.told.length = 0;
	const seen = { key: 'enquiries/2026-11-23/nonce', found: { value, etag: '"old"' } };
	expect(await transition(store, seen, next)).toBe('refused');
	expect(store.told).toEqual(['replaces enquiries/2026-11-23/nonce']);
});

test('where nothing is kept no enquiry is read, and what is kept is read with its ETag', async () => {
	const store = new MemoryStore();
	const key = 'enquiries/2026-11-23/nonce';
	expect(await readEnquiry(store, key)).toBeUndefined();
	const value = await undelivered({});
	const written = await store.create(key, value);
	expect(await readEnquiry(store, key)).toEqual({ value, ...(written as object) });
});
