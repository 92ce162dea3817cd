import { tombstone } from '#contact/enquiry/enquiry.ts';
import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import { TestApp } from '../fakes.ts';
import { OrderedStore } from './ordered-store.ts';
import { keepRecord, undelivered } from './undelivered.ts';

/** A sweep, as it is made behind an answer. */
const sweep = { tries: 5, milliseconds: 38_000, ahead: 0, purge: 0 } as const;
const most = 100;

/** What rounds cost in a store that holds so many delivered enquiries, and one that is due. */
export interface Growth {
	readonly delivered: number;
	/** Requests to the store in the round that delivers it. */
	readonly requests: number;
	/** Rounds until it was delivered. */
	readonly rounds: number;
}

/** Fills a store with delivered enquiries and one that is due, and makes rounds until that is delivered. */
export async function growth(delivered: number): Promise<Growth> {
	const app = new TestApp();
	const store = new OrderedStore();
	Object.assign(app, { store });
	const first = undelivered(app.time);
	for (let n = 0; n < delivered; n++) {
		const { key, record } = undelivered(app.time);
		await store.create(key, tombstone(record));
	}
	await keepRecord(store, first.key, first.record);
	for (let rounds = 1; rounds <= most; rounds++) {
		store.requests = 0;
		await deliveryRound(app.services(), sweep);
		if (app.mailer.mails.size > 0) return { delivered, requests: store.requests, rounds };
	}
	return { delivered, requests: store.requests, rounds: Number.POSITIVE_INFINITY };
}
