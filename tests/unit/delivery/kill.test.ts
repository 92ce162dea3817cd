import { expect, test } from '@playwright/test';
import type { Fault, Plan } from '#simulation/delivery/faults.ts';
import { Instance } from '#simulation/delivery/instance.ts';
import { World } from '#simulation/delivery/world.ts';
import { typed } from '#simulation/fakes.ts';

const minute = 60_000;

/** The process dies at its n-th request, counted from 0: before the request does its work, or right after. */
const deathAt = (n: number, lands: boolean): Plan => {
	let count = 0;
	const death: Fault = { lands, answer: 'dead' };
	return () => (count++ === n ? death : undefined);
};

/** Ends when the work does, or when its process is dead. Gives what came of it, if anything did. */
async function untilDeath<Result>(instance: Instance, work: Promise<Result>) {
	const dead = new Promise<undefined>((resolve) => {
		instance.proxy.onDeath = () => resolve(undefined);
	});
	return Promise.race([work, dead]);
}

interface Case {
	readonly n: number;
	readonly lands: boolean;
	/** Whether the visitor, who saw no answer, sends the same form again. */
	readonly again: boolean;
}

/** One visitor's post to a process that dies, then a fresh process. Gives whether it died at all. */
async function runCase({ n, lands, again }: Case): Promise<boolean> {
	const world = new World();
	const first = await Instance.start(world);
	const form = { ...typed, 'copy-to-me': 'yes', ...(await first.solved()) };
	first.proxy.plan = deathAt(n, lands);
	const response = await untilDeath(first, first.post(form));
	const kept = (await world.records()).size > 0;
	const what = `killed ${lands ? 'after' : 'before'} request ${n}`;

	const second = await Instance.start(world);
	if (again) expect((await second.post(form)).status, what).toBe(303);
	for (let round = 0; round < 3; round++) {
		world.time += minute;
		await second.round();
	}
	const expected = again || kept || response ? 1 : 0;
	expect(world.enquiriesWith(typed.message), what).toHaveLength(expected);
	const copies = world.mails().filter(({ subject }) => subject.startsWith('Your reference'));
	expect(copies.length, what).toBe(expected);
	for (const { state } of (await world.records()).values()) expect(state, what).toBe('delivered');
	for (const { proxy } of [first, second]) proxy.close();
	const died = response === undefined;
	world.close();
	return died;
}

for (const again of [true, false]) {
	for (const lands of [true, false]) {
		const who = again ? 'a visitor who sends the form again' : 'a visitor who goes away';
		const when = lands ? 'after' : 'before';
		test(`a process that dies ${when} any one of its requests loses and doubles nothing of ${who}`, async () => {
			let n = 0;
			while (await runCase({ n, lands, again })) n++;
			expect(n).toBeGreaterThan(6);
		});
	}
}

test('a process that dies in a round leaves every enquiry to the next, once', async () => {
	let n = 0;
	for (let died = true; died; n++) {
		const world = new World();
		const first = await Instance.start(world);
		first.proxy.plan = ({ part }) =>
			part === 'mail' ? { lands: false, answer: { status: 503 } } : undefined;
		const messages = ['one message', 'another message'];
		for (const message of messages)
			await first.post({ ...typed, message, ...(await first.solved()) });
		world.time += 5 * minute;
		first.proxy.plan = deathAt(n, true);
		died = (await untilDeath(first, first.round())) === undefined;
		const second = await Instance.start(world);
		for (let round = 0; round < 3; round++) {
			world.time += minute;
			await second.round();
		}
		for (const message of messages) {
			expect(world.enquiriesWith(message), `killed after request ${n}`).toHaveLength(1);
		}
		for (const { proxy } of [first, second]) proxy.close();
		world.close();
	}
	expect(n).toBeGreaterThan(8);
});
