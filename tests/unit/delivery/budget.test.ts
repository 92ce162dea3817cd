import { expect, test } from '@playwright/test';
import { claimSlot, nextHour } from '#contact/delivery/budget/budget.ts';
import { networkScopes, networksOf } from '#contact/delivery/budget/network.ts';
import { deliveryRound } from '#contact/delivery/rounds/round.ts';
import { key } from '#contact/shared/keys.ts';
import { OrderedStore } from '#simulation/delivery/ordered-store.ts';
import { wholeRound } from '#simulation/delivery/instance.ts';
import { MemoryStore, TestApp, typed } from '#simulation/fakes.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-11-23T12:00:00Z');

const networks: [string, string[]][] = [
	['203.0.113.7', ['203.0.113', '203.0']],
	['203.0.113.250', ['203.0.113', '203.0']],
	['::ffff:203.0.113.7', ['203.0.113', '203.0']],
	['::FFFF:203.0.113.7', ['203.0.113', '203.0']],
	['2001:db8:1:2aa::1', ['20010db8000102', '20010db80001']],
	['2001:0DB8:0001:02ff:9:9:9:9', ['20010db8000102', '20010db80001']],
	['2001:db8::1', ['20010db8000000', '20010db80000']],
	['::1', ['00000000000000', '000000000000']],
	['', []],
	['unknown', []],
];
for (const [address, found] of networks) {
	test(`the networks of "${address}" are ${found.join(' and ') || 'none'}`, () => {
		expect(networksOf(address)).toEqual(found);
	});
}

test('a network has another name each day, for each key, and the name leads back to no address', () => {
	const [one, other] = [key('x'.repeat(32)), key('y'.repeat(32))];
	const scope = (address: string, now = noon, by = one) =>
		networkScopes(by, { address, now })[0]?.name;
	expect(scope('203.0.113.7')).toMatch(/^network-[\w-]{22}$/);
	expect(scope('203.0.113.7')).toBe(scope('203.0.113.99', noon + 11 * hour));
	expect(scope('203.0.113.7')).not.toBe(scope('203.0.113.7', noon + 12 * hour));
	expect(scope('203.0.113.7')).not.toBe(scope('203.0.113.7', noon, other));
	expect(scope('nowhere')).toBeUndefined();
});

test('an hour has as many slots as its budget, however many are claimed at once', async () => {
	const store = new MemoryStore();
	let time = noon;
	const clock = { now: () => time, random: Math.random };
	const claim = () => claimSlot(store, { scope: 'site', slots: 10 }, clock);
	const claims = await Promise.all(Array.from({ length: 100 }, claim));
	expect(claims.filter(Boolean)).toHaveLength(10);
	time = nextHour(time);
	expect(await claim()).toBe(true);
});

test('an hour that is full costs one request and one list, once in a process', async () => {
	const store = new OrderedStore();
	const clock = { now: () => noon, random: Math.random };
	const budget = { scope: 'site', slots: 100 };
	for (let place = 0; place < budget.slots; place++) await claimSlot(store, budget, clock);
	store.requests = 0;
	expect(await claimSlot(store, budget, clock)).toBe(false);
	expect(store.requests).toBe(2);
	expect(await claimSlot(store, budget, clock)).toBe(false);
	expect(store.requests).toBe(2);
});

test('the last place of an hour is found, whatever the dice say', async () => {
	const store = new MemoryStore();
	const clock = { now: () => noon, random: () => 0.5 };
	for (let place = 0; place < 30; place++) {
		expect(await claimSlot(store, { scope: 'site', slots: 30 }, clock)).toBe(true);
	}
	expect(await claimSlot(store, { scope: 'site', slots: 30 }, clock)).toBe(false);
});

test('nothing is held back when the store cannot tell', async () => {
	const store = new MemoryStore();
	store.down = true;
	const clock = { now: () => noon, random: () => 0 };
	expect(await claimSlot(store, { scope: 'site', slots: 1 }, clock)).toBe(true);
});

test('the next hour begins with its first millisecond', () => {
	expect(nextHour(noon)).toBe(noon + hour);
	expect(nextHour(noon + 1)).toBe(noon + hour);
	expect(nextHour(noon - 1)).toBe(noon);
});

for (const over of ['site', 'network'] as const) {
	test(`what is over the budget of the ${over} is kept and sent an hour later`, async () => {
		const app = new TestApp();
		app.budgets = { site: 60, network: 60, [over]: 1 };
		const messages = ['the first', 'the second'];
		for (const message of messages) {
			app.time += 60_000;
			const form = { ...typed, message, ...(await app.solved()) };
			expect((await app.post(form)).status).toBe(303);
		}
		expect(app.mailer.mails.size).toBe(1);
		expect(app.store.enquiries()).toContainEqual(
			expect.objectContaining({
				state: 'failed',
				delivery: expect.objectContaining({ error: 'over_budget', due: nextHour(app.time) }),
			}),
		);
		app.time = nextHour(app.time);
		await app.request('/contact/challenge');
		expect(app.mailer.mails.size).toBe(2);
	});
}

test('fifty copies of a form at once spend one slot of each of their networks', async () => {
	const app = new TestApp();
	app.budgets = { site: 60, network: 2 };
	const form = { ...typed, ...(await app.solved()) };
	await Promise.all(Array.from({ length: 50 }, () => app.post(form)));
	expect(app.mailer.mails.size).toBe(1);
	const slots = [...app.store.records.keys()].filter((name) => name.includes('/network-'));
	expect(slots).toHaveLength(2);
});

test('what is over the budget of a network is labelled when it goes out', async () => {
	const app = new TestApp();
	app.budgets = { site: 60, network: 2 };
	for (const message of ['One', 'Two', 'Three']) {
		await app.post({ ...typed, message, ...(await app.solved()) });
	}
	app.time += hour;
	await deliveryRound(app.services(), wholeRound);
	const labels = [...app.mailer.mails.values()].map(({ subject }) => subject.startsWith('['));
	expect(labels).toEqual([false, false, true]);
});
