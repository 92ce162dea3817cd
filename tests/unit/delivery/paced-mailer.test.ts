import { expect, test } from '@playwright/test';
import { pacedMailer } from '#contact/delivery/provider/paced-mailer.ts';
import type { Mailer, SendResult } from '#contact/delivery/provider/mailer.ts';

const mail = { from: 'a', to: ['b'], subject: 'c', text: 'd', html: 'e', headers: {} };

/** A clock on which time passes only while somebody waits, for all who wait at once. */
class Clock {
	time = 0;
	readonly #waiting: { at: number; go: () => void }[] = [];
	readonly now = () => this.time;
	readonly random = () => 0;
	readonly wait = (milliseconds: number) =>
		new Promise<void>((go) => void this.#waiting.push({ at: this.time + milliseconds, go }));

	/** Lets time pass until nobody waits. */
	async run(work: Promise<unknown>): Promise<void> {
		let isDone = false;
		void work.then(() => {
			isDone = true;
		});
		while (!isDone) {
			for (let turn = 0; turn < 50; turn++) await Promise.resolve();
			const next = this.#waiting.sort((a, b) => a.at - b.at).shift();
			if (!next) continue;
			this.time = Math.max(this.time, next.at);
			next.go();
		}
	}
}

/** A provider that takes so many mails in each second. */
function provider(clock: Clock, perSecond: number): Mailer & { taken: string[]; calls: number } {
	const seconds = new Map<number, number>();
	return {
		taken: [],
		calls: 0,
		async send(_, key): Promise<SendResult> {
			this.calls++;
			const second = Math.floor(clock.time / 1000);
			const count = (seconds.get(second) ?? 0) + 1;
			seconds.set(second, count);
			if (count > perSecond) return { kind: 'later', error: 'rate_limit_exceeded', wait: 1000 };
			this.taken.push(key);
			return { kind: 'accepted', id: key };
		},
	};
}

for (const perSecond of [2, 10]) {
	test(`twenty mails at once all leave in one go where the provider takes ${perSecond} a second`, async () => {
		const clock = new Clock();
		const slow = provider(clock, perSecond);
		const mailer = pacedMailer(slow, clock);
		const sent = Promise.all(Array.from({ length: 20 }, (_, n) => mailer.send(mail, `mail ${n}`)));
		await clock.run(sent);
		expect((await sent).map(({ kind }) => kind)).toEqual(Array(20).fill('accepted'));
		expect(new Set(slow.taken).size).toBe(20);
		expect(clock.time).toBeLessThanOrEqual(15_000);
	});
}

test('what would wait longer than a lease allows is left to a round', async () => {
	const clock = new Clock();
	const mailer = pacedMailer(provider(clock, 0), clock);
	const sent = mailer.send(mail, 'mail');
	await clock.run(sent);
	expect(await sent).toMatchObject({ kind: 'later', error: 'rate_limit_exceeded' });
	expect(clock.time).toBeLessThanOrEqual(15_000);
});

test('mails leave without a pause until the provider asks for one', async () => {
	const clock = new Clock();
	const mailer = pacedMailer(provider(clock, 100), clock);
	await Promise.all(Array.from({ length: 50 }, (_, n) => mailer.send(mail, `mail ${n}`)));
	expect(clock.time).toBe(0);
});
