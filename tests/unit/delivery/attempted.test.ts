import { expect, test } from '@playwright/test';
import { reasons } from '#src/forms/outcomes.ts';
import { type Fault, mailError, silence, status } from '#simulation/delivery/faults.ts';
import { Instance } from '#simulation/delivery/instance.ts';
import { release } from '#simulation/delivery/release.ts';
import { World } from '#simulation/delivery/world.ts';
import { readForm, submission } from '#simulation/bots/form.ts';
import { solve, TestApp, typed } from '#simulation/fakes.ts';

const minute = 60_000;
const hour = 60 * minute;

async function start() {
	const world = new World();
	const instance = await Instance.start(world);
	const onMail = (fault: Fault | undefined) => {
		instance.proxy.plan = ({ part }) => (part === 'mail' ? fault : undefined);
	};
	return { world, instance, onMail };
}

test('an enquiry from a page that was open for hours is sent however long the provider refuses it', async () => {
	const { world, instance, onMail } = await start();
	const form = { ...typed, ...(await instance.solved()) };
	world.time += 11 * hour + 59 * minute;
	onMail(mailError(429, 'daily_quota_exceeded'));
	expect((await instance.post(form)).status).toBe(303);
	for (let passed = 0; passed < 40; passed++) {
		world.time += hour;
		await instance.round();
	}
	onMail(undefined);
	world.time += hour;
	expect(await instance.round()).toMatchObject({ delivered: 1, held: 0 });
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});

test('an enquiry that nobody tried for a day is tried at the next round', async () => {
	const { world, instance } = await start();
	const form = { ...typed, ...(await instance.solved()) };
	let writes = 0;
	instance.proxy.plan = ({ method }) => {
		if (method === 'PUT') writes++;
		return writes > 2 ? status(503) : undefined;
	};
	expect((await instance.post(form)).status).toBe(303);
	instance.proxy.plan = () => undefined;
	world.time += 30 * hour;
	expect(await instance.round()).toMatchObject({ delivered: 1, held: 0 });
});

test('a question older than half a day is asked anew with everything that was typed', async () => {
	const app = new TestApp();
	const form = { ...typed, ...(await app.solved()) };
	app.time += 12 * hour;
	const response = await app.post(form);
	expect(response.status).toBe(200);
	const page = await response.text();
	expect(page).toContain(reasons.expired);
	expect(page).toContain(typed.message);
	expect(page).toContain(typed.name);
});

test('a page that is asked anew is one message, though the process that mailed it without the store left no note', async () => {
	const { world, instance } = await start();
	const form = { ...typed, ...(await instance.solved()) };
	instance.proxy.plan = ({ part }) => (part === 'store' ? silence(false) : undefined);
	expect((await instance.post(form)).status).toBe(303);
	// Another process, which knows nothing of it.
	const other = await Instance.start(world);
	world.time += 13 * hour;
	const back = await other.post(form);
	const answer = String(solve(await back.clone().text()));
	world.time += 10_000;
	const again = await other.post(submission(readForm(await back.text()), { answer }));
	expect([back.status, again.status]).toEqual([200, 303]);
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});

/** Tries a mail whose answer is lost again and again for so many hours. */
async function inVain(world: World, instance: Instance, hours: number): Promise<void> {
	for (let passed = 0; passed < hours; passed += 2) {
		world.time += 2 * hour;
		await instance.round();
	}
}

test('the time of the first try that may have been taken stays, however often it is tried', async () => {
	const { world, instance, onMail } = await start();
	onMail(silence(false));
	await instance.post({ ...typed, ...(await instance.solved()) });
	await inVain(world, instance, 22);
	world.time += hour + 10 * minute;
	expect(await instance.round()).toMatchObject({ held: 1 });
});

test('the same holds for a mail that a person had sent anew', async () => {
	const { world, instance, onMail } = await start();
	onMail(silence(false));
	await instance.post({ ...typed, ...(await instance.solved()) });
	world.time += 24 * hour;
	expect(await instance.round()).toMatchObject({ held: 1 });
	await release(instance.services(), ['unknown']);
	onMail(silence(true));
	await instance.round();
	onMail(silence(false));
	await inVain(world, instance, 22);
	onMail(undefined);
	world.time += hour + 10 * minute;
	expect(await instance.round()).toMatchObject({ held: 1, delivered: 0 });
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});

test('a mail that went out beside the store is not sent again after the provider has forgotten it', async () => {
	const { world, instance, onMail } = await start();
	const form = { ...typed, ...(await instance.solved()) };
	instance.proxy.plan = ({ part }) => (part === 'store' ? silence(false) : undefined);
	expect((await instance.post(form)).status).toBe(303);
	onMail(mailError(429, 'daily_quota_exceeded'));
	world.time += hour;
	expect((await instance.post(form)).status).toBe(303);
	await inVain(world, instance, 30);
	onMail(undefined);
	world.time += 2 * hour;
	await instance.round();
	expect(world.enquiriesWith(typed.message)).toHaveLength(1);
});
