import { TestApp, typed } from '../fakes.ts';

/** Gives so many wrong answers from one network, and then a right one. Returns how many were noted, and the page after the right one. */
export async function spendOfWrongAnswers(count: number): Promise<{ spent: number; page: string }> {
	const app = new TestApp();
	app.budgets = { site: 60, network: 10 };
	app.random = Math.random;
	for (let n = 0; n < count; n++) {
		await app.post({ ...typed, ...(await app.solved()), answer: '99' });
	}
	const spent = app.store.enquiries().filter(({ state }) => state === 'spent').length;
	const response = await app.post({ ...typed, ...(await app.solved()) });
	return { spent, page: await response.text() };
}
