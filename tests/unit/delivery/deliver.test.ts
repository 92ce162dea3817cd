import { expect, test } from '@playwright/test';
import { type Fault, mailError, silence } from '#simulation/delivery/faults.ts';
import { Instance } from '#simulation/delivery/instance.ts';
import { release } from '#simulation/delivery/release.ts';
import { World } from '#simulation/delivery/world.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A message that went out by mail while the store was away; it stays away until the plan is changed. */
async function sentBesideStore() {
	const world = new World();
	const instance = await Instance.start(world);
	const form = { ...typed, ...(await instance.solved()) };
	instance.proxy.plan = ({ part }) => (part === 'store' ? silence(false) : undefined);
	expect((await instance.post(form)).status).toBe(303);
	return { world, instance, form };
}

test('every try sends the same bytes under the same key, whatever changed in between', async () => {
	const world = new World();
	const instance = await Instance.start(world);
	instance.proxy.plan = ({ part }) => (part === 'mail' ? silence(true) : undefined);
	await instance.post({ ...typed, ...(await instance.solved()) });
	expect(world.mails()).toHaveLength(1);
	const later = await Instance.start(world);
	later.fallback = ['second@example.com'];
	world.time += hour;
	expect(await later.round()).toMatchObject({ delivered: 1 });
	expect(world.mails()).toHaveLength(1);
});

test('the provider’s wait is kept to, and none is longer than a day', async () => {
	const app = new TestApp();
	app.mailer.answers.push({ kind: 'later', error: 'x', wait: 5 * hour });
	app.mailer.answers.push({ kind: 'later', error: 'x', wait: 400 * 24 * hour });
	await app.post({ ...typed, ...(await app.solved()) });
	const due = () => app.store.enquiries().map((kept) => 'delivery' in kept && kept.delivery.due);
	expect(due()).toEqual([app.time + 5 * hour]);
	app.time += 5 * hour;
	await app.request('/contact/challenge');
	expect(due()).toEqual([app.time + 24 * hour]);
});

test('what may have been sent longer ago than the provider remembers waits for a person', async () => {
	const world = new World();
	const instance = await Instance.start(world);
	instance.proxy.plan = ({ part }) => (part === 'mail' ? silence(true) : undefined);
	await instance.post({ ...typed, ...(await instance.solved()) });
	instance.proxy.plan = () => undefined;
	world.time += 25 * hour;
	expect(await instance.round()).toMatchObject({ held: 1, delivered: 0 });
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
	const [record] = (await world.records()).values();
	expect(record).toMatchObject({ state: 'failed', delivery: { held: 'unknown' } });
});

test('a mail that went out while the store was away is never doubled by a copy kept later', async () => {
	const { world, instance, form } = await sentBesideStore();
	world.time += 10 * hour;
	instance.proxy.plan = ({ part }) => (part === 'mail' ? silence(false) : undefined);
	expect((await instance.post(form)).status).toBe(303);
	instance.proxy.plan = () => undefined;
	world.time += 15 * hour;
	await instance.round();
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});

test('a mail that went out while the store was away is never doubled by other wrapping of the same words', async () => {
	const { world, instance, form } = await sentBesideStore();
	instance.proxy.plan = () => undefined;
	instance.policy = { date: '2026-12-01', sha256: 'f'.repeat(64) };
	expect((await instance.post(form)).status).toBe(303);
	for (let round = 0; round < 3; round++) {
		world.time += hour;
		await instance.round();
	}
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});

test('a mail that went out while the store was away is never doubled by a labelled record, nor is that held', async () => {
	const { world, instance, form } = await sentBesideStore();
	instance.proxy.plan = () => undefined;
	instance.budgets = { site: 60, network: 1 };
	const other = { ...typed, message: 'Another one', ...(await instance.solved()) };
	await instance.post(other);
	expect((await instance.post(form)).status).toBe(303);
	for (let round = 0; round < 3; round++) {
		world.time += hour;
		await instance.round();
	}
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
	expect([...(await world.records()).values()].map(({ state }) => state)).toEqual([
		'delivered',
		'delivered',
	]);
});

test('whoever sends a message without the store, and whenever, sends the same bytes', async () => {
	const { world, instance, form } = await sentBesideStore();
	instance.policy = { date: '2026-12-01', sha256: 'f'.repeat(64) };
	world.time += 3 * hour;
	expect((await instance.post(form)).status).toBe(303);
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});

test('other words under a question whose first went out while the store was away arrive too', async () => {
	const { world, instance, form } = await sentBesideStore();
	instance.proxy.plan = () => undefined;
	expect((await instance.post({ ...form, message: 'Other words' })).status).toBe(303);
	world.time += hour;
	await instance.round();
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
	expect(world.enquiriesWith('Other words')).toHaveLength(1);
});

test('a message is kept for its own first try for a minute; then anybody sends it', async () => {
	const world = new World();
	const first = await Instance.start(world);
	const form = { ...typed, ...(await first.solved()) };
	let writes = 0;
	first.proxy.plan = ({ method }) => {
		// The pending entry, and the record.
		const dies = writes === 2;
		if (method === 'PUT') writes++;
		return dies ? { lands: false, answer: 'dead' } : undefined;
	};
	const response = first.post(form);
	await expect.poll(() => first.proxy.dead).toBe(true);
	void response;
	const second = await Instance.start(world);
	expect(await second.round()).toMatchObject({ delivered: 0 });
	world.time += minute;
	expect(await second.round()).toMatchObject({ delivered: 1 });
});

test('a mail that is refused waits for a person, however long', async () => {
	const world = new World();
	const instance = await Instance.start(world);
	instance.proxy.plan = ({ part }) =>
		part === 'mail' ? mailError(403, 'invalid_api_key') : undefined;
	await instance.post({ ...typed, ...(await instance.solved()) });
	instance.proxy.plan = () => undefined;
	world.time += 100 * hour;
	expect(await instance.round()).toMatchObject({ delivered: 0 });
	const [record] = (await world.records()).values();
	expect(record).toMatchObject({ delivery: { held: 'refused', error: 'invalid_api_key' } });
});

test('a refusal does not make the provider forget what it took before', async () => {
	const world = new World();
	const instance = await Instance.start(world);
	const answers = [silence(true), mailError(403, 'invalid_api_key')];
	instance.proxy.plan = ({ part }) => (part === 'mail' ? answers.shift() : undefined);
	await instance.post({ ...typed, ...(await instance.solved()) });
	world.time += hour;
	expect(await instance.round()).toMatchObject({ held: 1 });
	await release(instance.services(), ['refused']);
	expect(await instance.round()).toMatchObject({ delivered: 1 });
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});

test('what a person sent again is not sent a third time after the provider has forgotten', async () => {
	const world = new World();
	const instance = await Instance.start(world);
	const onMail = (fault: Fault) => {
		instance.proxy.plan = ({ part }) => (part === 'mail' ? fault : undefined);
	};
	onMail(silence(false));
	await instance.post({ ...typed, ...(await instance.solved()) });
	world.time += 30 * hour;
	expect(await instance.round()).toMatchObject({ held: 1 });
	await release(instance.services(), ['unknown']);
	onMail(silence(true));
	expect(await instance.round()).toMatchObject({ waiting: 1 });
	instance.proxy.plan = () => undefined;
	world.time += 25 * hour;
	expect(await instance.round()).toMatchObject({ held: 1 });
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});
