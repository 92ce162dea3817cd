import { expect, test } from '@playwright/test';
import { reasons } from '#src/forms/outcomes.ts';
import { flood } from '#simulation/delivery/flood.ts';
import { spendOfWrongAnswers } from '#simulation/delivery/wrong-answers.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const minutes = 5;

for (const [network, source] of [
	['/24', (count: number) => `203.0.113.${count % 250}`],
	['/16', (count: number) => `203.0.${count % 250}.1`],
] as const) {
	test(`people’s enquiries leave within five minutes while one ${network} floods the form`, async () => {
		const arrivals = { name: network, queued: 200, flood: 100, source, honest: 4, hours: 3 };
		const { honest, never, longest } = await flood(arrivals);
		expect({ honest, never }).toEqual({ honest: 12, never: 0 });
		expect(longest).toBeLessThanOrEqual(minutes);
	});
}

test('the receipt tells visitors what these floods hold', async () => {
	const app = new TestApp();
	const sent = await app.post({ ...typed, ...(await app.solved()) });
	const receipt = await (await app.request(sent.headers.get('location') ?? '')).text();
	expect(minutes).toBe(5);
	expect(receipt.replace(/\s+/g, ' ')).toContain('usually reaches our team within five minutes');
});

async function fill(app: TestApp, count: number): Promise<void> {
	for (let n = 0; n < count; n++) {
		await app.post({ ...typed, message: `Message ${n}`, ...(await app.solved()) });
	}
}

test('a network with many waiting mails is asked one more question, and never refused', async () => {
	const app = new TestApp();
	app.budgets = { site: 60, network: 1 };
	app.random = Math.random;
	await fill(app, 12);
	const response = await app.post({ ...typed, message: 'One more', ...(await app.solved()) });
	expect(response.status).toBe(200);
	const page = await response.text();
	expect(page).toContain(reasons.second);
	expect(page).toContain('One more');
	app.address = '198.51.100.1';
	const other = await app.post({ ...typed, message: 'From elsewhere', ...(await app.solved()) });
	expect(other.status).toBe(303);
});

test('a flood of labelled mails leaves every unlabelled one its place in the hour', async () => {
	const app = new TestApp();
	app.budgets = { site: 6, network: 60 };
	app.random = Math.random;
	const spam = 'www.a.example www.b.example www.c.example';
	for (let n = 0; n < 20; n++) {
		await app.post({ ...typed, message: `${spam} ${n}`, ...(await app.solved()) });
	}
	expect(app.mailer.mails.size).toBe(2);
	for (let n = 0; n < 6; n++) {
		await app.post({ ...typed, message: `Message ${n}`, ...(await app.solved()) });
	}
	const subjects = [...app.mailer.mails.values()].map(({ subject }) => subject);
	expect(subjects.filter((subject) => subject.startsWith('Sales'))).toHaveLength(6);
});

test('wrong answers beyond a network’s budget write no records, and more is asked of it', async () => {
	const { spent, page } = await spendOfWrongAnswers(30);
	expect(spent).toBe(20);
	expect(page).toContain(reasons.second);
});
