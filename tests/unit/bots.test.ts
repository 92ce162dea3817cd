import { expect, test } from '@playwright/test';
import { sorted } from '../bots/bot.ts';
import { httpBots } from '../bots/http.ts';
import { Office } from '../fakes.ts';
import { serveOffice } from '../office-site.ts';

for (const bot of httpBots) {
	test(`bot: ${bot.name}`, async () => {
		const office = new Office();
		office.attack = bot.underAttack ?? false;
		office.budgets = { site: 10_000, network: 10_000 };
		office.random = Math.random;
		const { url, close } = await serveOffice(office);
		const wait = async (milliseconds: number) => {
			office.time += milliseconds;
		};
		const times = Math.min(bot.times, 100);
		await bot.run({ url, wait }, times);
		await office.settle();
		await close();
		expect(sorted([...office.mailer.mails.values()])).toEqual(bot.expected(times));
	});
}
