import { expect, type Page } from '@playwright/test';
import { states } from '#src/forms/question.ts';
import { expectGolden } from '../golden.ts';
import { answeredStates, pages, questionStates, settled, test } from './states.ts';

const told = { ...questionStates, ...answeredStates };

/** A blank before a stop, which a formatter may put after a link. */
const strayBlank = / [.,;:?](?: |$)/m;

/** The words that are seen of a part of the page, block by block. */
async function wordsOf(page: Page, part: string): Promise<string> {
	const texts = await page
		.locator(part)
		.evaluateAll((all) =>
			all
				.filter((element) => element.checkVisibility() && !element.matches('.unseen'))
				.map((element) => (element instanceof HTMLElement ? element.innerText : '')),
		);
	return settled(texts.filter((text) => text.trim() !== '').join('\n'))
		.replace(/[ \t]*\n\s*/g, '\n')
		.trim();
}

test('every word that a visitor is told stands in one list, state by state', async ({
	browser,
	site,
}) => {
	const list: string[] = [];
	for (const [name, { part, reach }] of Object.entries(told)) {
		const context = await browser.newContext({ baseURL: site.url });
		const page = await context.newPage();
		site.app.store.down = false;
		await reach(page, site);
		list.push(`## ${name}\n\n${await wordsOf(page, part)}\n`);
		await context.close();
	}
	expect(list.join('\n')).not.toMatch(strayBlank);
	expectGolden('words.txt', list.join('\n'));
});

test('every word of the pages that stand still stands in one list', async ({ page, site }) => {
	const list: string[] = [];
	for (const [name, { part, reach }] of Object.entries(pages)) {
		// Their words are the policies' own, which have golden texts of their own.
		if (/^the .* policy$|^a version$/.test(name)) continue;
		await reach(page, site);
		list.push(`## ${name}\n\n${await wordsOf(page, part)}\n`);
	}
	expect(list.join('\n')).not.toMatch(strayBlank);
	expectGolden('words-pages.txt', list.join('\n'));
});

for (const [state, { reach }] of Object.entries(questionStates)) {
	test(`the question tells “${state}” once, and no other state`, async ({ page, site }) => {
		await reach(page, site);
		const seen = await page.locator('#question').innerText();
		const [sums] = [seen.match(/\d+ \+ \d+ =/g) ?? []];
		const stands = !['idle', 'loading', 'offline', 'refused'].includes(state);
		expect(sums).toHaveLength(stands ? 1 : 0);
		for (const [name, { words }] of Object.entries(states)) {
			expect(seen.split(words).length - 1, name).toBe(name === state ? 1 : 0);
		}
		await page.context().setOffline(false);
	});
}

test('nothing asks for an answer that is already there', async ({ page, site }) => {
	await answeredStates['one more step, because it was quick']?.reach(page, site);
	await expect(page.locator('#answer')).not.toHaveValue('');
	await expect(page.locator('.notice > p').first()).toHaveText(
		'Your message has not been sent yet. That was very quick, so please check it and choose Send.',
	);
});

test('the question appears by itself once the browser is back on line', async ({ page }) => {
	await questionStates.offline.reach(page);
	await page.context().setOffline(false);
	await expect(page.locator('.sum')).toHaveText(/\d+ \+ \d+ =/);
});
