import { expect, test } from '@playwright/test';
import { sorted } from '#simulation/bots/bot.ts';
import { httpBots } from '#simulation/bots/http.ts';
import { TestApp } from '#simulation/fakes.ts';
import { serveApp } from '#simulation/app-site.ts';

for (const bot of httpBots) {
	test(`bot: ${bot.name}`, async () => {
		const app = new TestApp();
		app.attack = bot.underAttack ?? false;
		app.budgets = { site: 10_000, network: 10_000 };
		app.random = Math.random;
		const { url, close } = await serveApp(app);
		const wait = async (milliseconds: number) => {
			app.time += milliseconds;
		};
		const times = Math.min(bot.times, 100);
		await bot.run({ url, wait }, times);
		await app.settle();
		await close();
		expect(sorted([...app.mailer.mails.values()])).toEqual(bot.expected(times));
	});
}
