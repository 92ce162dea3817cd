import { expect, test } from '@playwright/test';
import { minute } from '#contact/shared/durations.ts';
import { skew } from '#contact/captcha/verify-token.ts';
import { challengeLifetime, questionLifetime } from '#contact/captcha/challenge.ts';
import { yourData } from '#src/forms/your-data.ts';
import { TestApp, readQuestion, typed } from '#simulation/fakes.ts';

/** Two servers' worth of one app: the same store, and clocks that differ. */
const skews = [-skew, -4 * minute, -1_000, 0, 1_000, 4 * minute, skew];

/** Where a post leads, its time told by a clock that is ahead by so much. */
async function sendTo(app: TestApp, ahead: number, form: Record<string, string>) {
	app.time += ahead;
	const response = await app.post(form);
	app.time -= ahead;
	return { location: response.headers.get('location'), page: await response.text() };
}

for (const ahead of skews) {
	test(`a form is taken by a server whose clock is ${ahead / 1000} s off`, async () => {
		const app = new TestApp();
		const form = { ...typed, ...(await app.solved()) };
		app.time += minute;
		const { location } = await sendTo(app, ahead, form);
		// Whoever seems to answer before the question is no faster than anybody.
		expect(location).not.toBeNull();
		const [mail] = app.mailer.mails.values();
		expect(mail?.headers['X-Enquiry-Score']).toBe('0');
	});

	test(`a message sent again is told its receipt by a server whose clock is ${ahead / 1000} s off`, async () => {
		const app = new TestApp();
		const ends = [questionLifetime, challengeLifetime];
		const around = ends.flatMap((end) => [end - 2 * minute, end, end + 10 * minute]);
		for (const later of [0, minute, ...around]) {
			const form = { ...typed, message: `After ${later}`, ...(await app.solved()) };
			const first = await sendTo(app, 0, form);
			app.time += later;
			const again = await sendTo(app, ahead, form);
			expect(again.location, `${later} ms later`).toBe(first.location);
			expect(app.log.at(-1)).toMatchObject({ outcome: 'stored' });
		}
		expect(app.mailer.mails.size).toBe(2 + around.length);
	});
}

test('a question that was asked anew by a server whose clock is far ahead is answered at any other', async () => {
	const app = new TestApp();
	const form = { ...typed, ...(await app.solved()) };
	app.time += questionLifetime;
	const { page } = await sendTo(app, 2 * skew, form);
	app.time += 10_000;
	const { location } = await sendTo(app, 0, { ...typed, ...readQuestion(page) });
	expect(location).not.toBeNull();
});

const moments = (['ahead', 'behind'] as const).flatMap((first) => [
	{ first, what: 'question', end: questionLifetime },
	{ first, what: 'challenge', end: challengeLifetime },
]);
for (const { first, what, end } of moments) {
	test(`a message sent twice as its ${what} expires, first to a server whose clock is ${first}, is kept once`, async () => {
		const app = new TestApp();
		const form = { ...typed, ...(await app.solved()) };
		app.time += end - minute;
		const ahead = () => sendTo(app, 2 * minute, form);
		const behind = () => sendTo(app, 0, form);
		const answers =
			first === 'ahead' ? [await ahead(), await behind()] : [await behind(), await ahead()];
		for (const { location, page } of answers) {
			app.time += 10_000;
			if (!location) await sendTo(app, 0, { ...typed, ...readQuestion(page) });
		}
		expect(app.mailer.mails.size).toBe(1);
	});
}

for (const first of ['ahead', 'behind'] as const) {
	test(`a request sent twice as its page’s challenge expires, first to a server whose clock is ${first}, is kept once`, async () => {
		const app = new TestApp();
		const { token } = await (await app.request(yourData.challenge)).json();
		const fields = { topic: 'access', name: 'Ada Lovelace', email: 'ada@example.org', token };
		const body = () => new URLSearchParams(fields);
		app.time += challengeLifetime - minute;
		const sendAt = async (ahead: number) => {
			app.time += ahead;
			await app.request(yourData.action, { method: 'POST', body: body() });
			app.time -= ahead;
		};
		for (const ahead of first === 'ahead' ? [2 * minute, 0] : [0, 2 * minute]) await sendAt(ahead);
		const mails = [...app.mailer.mails.values()].filter(({ to }) =>
			to.includes('data@example.com'),
		);
		expect(mails).toHaveLength(1);
	});
}

test('a message sent again around midnight without a token is told its receipt', async () => {
	const times = ['2026-11-23T23:58:00Z', '2026-11-24T00:02:00Z'];
	for (const [ahead, time] of skews.flatMap((by) => times.map((from) => [by, from] as const))) {
		const app = new TestApp();
		app.time = Date.parse(time);
		const asked = readQuestion((await sendTo(app, 0, typed)).page);
		app.time += 10_000;
		const first = await sendTo(app, 0, { ...typed, ...asked });
		expect(first.location).not.toBeNull();
		app.time += 10_000;
		let again = await sendTo(app, ahead, typed);
		if (!again.location) {
			app.time += 10_000;
			again = await sendTo(app, ahead, { ...typed, ...readQuestion(again.page) });
		}
		expect(again.location, `${ahead} at ${time}`).toBe(first.location);
		expect(app.store.enquiries()).toHaveLength(1);
	}
});

test('while the store is away, a network sends its share of the hour and no more', async () => {
	const app = new TestApp();
	app.budgets = { site: 60, network: 3 };
	app.store.down = true;
	const statuses: number[] = [];
	for (let n = 0; n < 5; n++) {
		const form = { ...typed, message: `Enquiry ${n}`, ...(await app.solved()) };
		statuses.push((await app.post(form)).status);
	}
	expect(statuses).toEqual([303, 303, 303, 503, 503]);
	expect(app.mailer.mails.size).toBe(3);
	app.address = '198.51.100.7';
	expect((await app.post({ ...typed, ...(await app.solved()) })).status).toBe(303);
	app.address = '203.0.113.7';
	app.time += 60 * minute;
	expect((await app.post({ ...typed, ...(await app.solved()) })).status).toBe(303);
});

test('while the store is away, the site sends the mails of its hour and no more', async () => {
	const app = new TestApp();
	app.budgets = { site: 2, network: 10 };
	app.store.down = true;
	const statuses: number[] = [];
	for (let n = 0; n < 4; n++) {
		app.address = `198.51.${n}.7`;
		const form = { ...typed, message: `Enquiry ${n}`, ...(await app.solved()) };
		statuses.push((await app.post(form)).status);
	}
	expect(statuses).toEqual([303, 303, 503, 503]);
});
