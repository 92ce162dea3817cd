import { expect, test } from '@playwright/test';
import {
	type MailRow,
	mailRows,
	type StoreRow,
	storeRows,
} from '#simulation/delivery/fault-table.ts';
import { calm, mailError, type Plan } from '#simulation/delivery/faults.ts';
import { Instance } from '#simulation/delivery/instance.ts';
import { release } from '#simulation/delivery/release.ts';
import { World } from '#simulation/delivery/world.ts';
import { typed } from '#simulation/fakes.ts';

const hour = 3_600_000;
const [text, otherText] = ['The message of this row', 'Another message'];

async function prepare(instance: Instance, store: StoreRow, form: Record<string, string>) {
	if (!store.before) return;
	if (store.before === 'same, waiting') {
		const busy = mailError(429, 'rate_limit_exceeded', { 'retry-after': '600' });
		instance.proxy.plan = ({ part }) => (part === 'mail' ? busy : undefined);
	}
	await instance.post(store.before === 'other' ? { ...form, message: otherText } : form);
}

const both =
	(store: Plan, mail: MailRow): Plan =>
	(hit) =>
		hit.part === 'mail' ? mail.fault : store(hit);

/** What the visitor sees: `sent` is only said of what is safe. */
function answerTo({ claim }: StoreRow, mail: MailRow): number {
	if (claim === 'ours') return 303;
	if (claim === 'used') return 200;
	return mail.ends === 'delivered' ? 303 : 503;
}

/** What the store holds while the faults last. */
function stateOf({ before, lands, claim }: StoreRow, mail: MailRow): string[] {
	if (before === 'same, waiting') return ['failed'];
	if (before) return ['delivered'];
	if (!lands) return [];
	if (claim === 'unsure') return ['received'];
	return [mail.ends === 'held' ? 'failed' : mail.ends];
}

/** How many mails of this message there are while the faults last. */
function arrived({ before, claim }: StoreRow, mail: MailRow): number {
	if (before) return before === 'same, delivered' ? 1 : 0;
	return claim !== 'used' && mail.arrives ? 1 : 0;
}

/** The faults are over, a person looks after what waits for one, and rounds go on until nothing is open; six at most. */
async function recover(instance: Instance): Promise<void> {
	instance.proxy.plan = calm;
	for (let round = 0; round < 6 && (await open(instance.world)).length > 0; round++) {
		instance.world.time += hour;
		await release(instance.services(), ['refused', 'unknown']);
		await instance.round();
	}
}

const open = async (world: World) =>
	[...(await world.records()).values()].filter(({ state }) => state !== 'delivered');

/** Subjects of mails that are neither an enquiry nor the operator's digest. */
const strange = (world: World): string[] =>
	world
		.mails()
		.filter(({ headers }) => !headers['X-Enquiry-Reference'])
		.map(({ subject }) => subject)
		.filter((subject) => subject !== '1 enquiry waits for a person');

async function runRow(store: StoreRow, mail: MailRow): Promise<void> {
	const world = new World();
	const instance = await Instance.start(world);
	const form = { ...typed, message: text, ...(await instance.solved()) };
	await prepare(instance, store, form);
	instance.proxy.plan = both(store.plan(), mail);
	const response = await instance.post(form);

	const row = `the store ${store.name}, the provider ${mail.name}`;
	expect.soft(response.status, row).toBe(answerTo(store, mail));
	const states = [...(await world.records()).values()].map(({ state }) => state);
	expect.soft(states, row).toEqual(stateOf(store, mail));
	expect.soft(world.enquiriesWith(text), row).toHaveLength(arrived(store, mail));

	await recover(instance);
	// What the visitor was told is true; where nobody could know, what landed anywhere arrives too.
	const sent = response.status === 303 || store.lands || (store.claim !== 'used' && mail.arrives);
	expect.soft(world.enquiriesWith(text), `${row}: in the end`).toHaveLength(sent ? 1 : 0);
	expect.soft(await open(world), `${row}: in the end`).toEqual([]);
	expect.soft(strange(world), `${row}: in the end`).toEqual([]);
	instance.proxy.close();
	world.close();
}

test.describe('nothing is lost, doubled or falsely told when the store', () => {
	for (const store of storeRows) {
		test(`${store.name}, whatever the provider does`, async () => {
			for (const mail of mailRows) await runRow(store, mail);
		});
	}
});
