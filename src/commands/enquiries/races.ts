import { randomUUID } from 'node:crypto';
import type { Store, Written } from '#contact/enquiry/store.ts';
import { utcDay } from '#contact/shared/times.ts';
import { Refused } from './session.ts';

const rivals = ['first', 'second'] as const;

/** The ETag of the one write that succeeded. Throws a Refused unless that was one and the store says no to the other. */
function winner(writes: readonly Written[]): { at: number; etag: string } {
	const found = writes.flatMap((write, at) =>
		typeof write === 'object' ? [{ at, etag: write.etag }] : [],
	);
	const [only] = found;
	if (only && found.length === 1 && writes.includes('refused')) return only;
	const told = writes.map((write) => (typeof write === 'object' ? 'kept' : write));
	throw new Refused(`The two writes were: ${told.join(', ')}`);
}

async function expectKept(store: Store, key: string, value: unknown): Promise<void> {
	const kept = await store.read(key);
	if (JSON.stringify(kept?.value) !== JSON.stringify(value)) {
		throw new Refused('The store keeps another value than that of the write that succeeded');
	}
}

/** A key of its own in a store, and its races; the key is taken out in the end. */
export async function withRaces<Result>(
	store: Store,
	now: number,
	run: (races: {
		create(): Promise<string>;
		replace(etag: string): Promise<string>;
	}) => Promise<Result>,
): Promise<Result> {
	const key = `selftest/${utcDay(now)}/${randomUUID()}`;
	const race = async (write: (value: unknown) => Promise<Written>, round: string) => {
		const values = rivals.map((rival) => ({ round, rival }));
		const { at, etag } = winner(await Promise.all(values.map(write)));
		await expectKept(store, key, values[at]);
		return etag;
	};
	try {
		return await run({
			create: () => race((value) => store.create(key, value), 'create'),
			replace: (etag) => race((value) => store.replace(key, value, etag), 'replace'),
		});
	} finally {
		await store.delete(key);
	}
}
