import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { test as base } from '@playwright/test';
import { openStoreLocation } from '#src/commands/enquiries/store-location.ts';
import { run } from '#src/commands/enquiries/run.ts';
import type { StoreLocation } from '#src/commands/enquiries/session.ts';
import { createBlobStore } from '#src/commands/local/store/blob-store.ts';
import {
	type Delivery,
	type Enquiry,
	type OpenEnquiry,
	recordVersion,
} from '#contact/enquiry/enquiry.ts';
import { utcDay } from '#contact/shared/times.ts';
import { keepRecord } from '#simulation/delivery/undelivered.ts';
import { filledIn, policyVersion } from '#simulation/fakes.ts';

/** What a command wrote, and its exit code. */
export interface Ran {
	readonly code: number;
	readonly out: string;
	readonly notes: string;
}

interface Fixture {
	/** The directory of a local store that nothing was kept in yet. */
	directory: string;
	/** The store in that directory. */
	place: StoreLocation;
	/** Runs the command on it. */
	enquiries: (args: readonly string[], variables?: Record<string, string>) => Promise<Ran>;
}

/** The present of these tests. */
export const now = Date.parse('2026-11-23T10:00:00Z');
export const minute = 60_000;
export const day = 86_400_000;

/** Runs the command in this process, its words kept. */
export async function runHere(args: readonly string[], variables: Record<string, string> = {}) {
	const [out, notes]: [string[], string[]] = [[], []];
	const code = await run(args, {
		variables: { ...variables },
		now: () => now,
		wait: () => setImmediate(),
		columns: 80,
		print: (text) => void out.push(text),
		note: (text) => void notes.push(text),
	});
	return { code, out: out.join('\n'), notes: notes.join('\n') };
}

export const test = base.extend<Fixture>({
	// biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of what is needed from it
	directory: async ({}, use, info) => {
		const directory = info.outputPath('store');
		createBlobStore({ directory, token: 'unused' }).close();
		await use(directory);
	},
	place: async ({ directory }, use) => {
		const place = openStoreLocation({ local: directory }, {});
		await use(place);
		place.close();
	},
	enquiries: ({ directory }, use) =>
		use((args, variables) => runHere([...args, '--local', directory], variables)),
});

/** The key of a record whose question was asked at a time. */
export const keyAt = (time: number): string =>
	`enquiries/${utcDay(time)}/${randomUUID().replaceAll('-', '').slice(0, 22)}`;

/** An enquiry as the function keeps it, received a minute ago. */
export const enquiry = (
	reference: string,
	change: Partial<Pick<OpenEnquiry, 'state' | 'received'>> & {
		email?: string;
		delivery?: Partial<Delivery>;
	} = {},
): OpenEnquiry => ({
	version: recordVersion,
	state: change.state ?? 'received',
	form: 'contact',
	reference,
	fingerprint: `fingerprint-of-${reference}`,
	writer: 'writer',
	received: change.received ?? now - minute,
	issued: change.received ?? now - minute,
	message: {
		values: {
			...filledIn,
			email: change.email ?? filledIn.email,
		},
		proofs: ['sum'],
		signals: [],
		policy: policyVersion.date,
		policyHash: policyVersion.sha256,
	},
	delivery: { tries: 0, generation: 1, ...change.delivery },
});

/** Keeps an enquiry in a store, under a key of the day on which it was received. Gives the key. */
export async function keep({ store }: StoreLocation, value: Enquiry): Promise<string> {
	const key = keyAt(value.received);
	await keepRecord(store, key, value);
	return key;
}
