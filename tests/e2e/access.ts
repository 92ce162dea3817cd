import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settled } from './states.ts';

/** Levels A and AA, AAA's contrast, and what axe calls best practice; colours that are the reader's own it cannot see. */
export const axe = (page: Page, seesColours = true) =>
	new AxeBuilder({ page }).options({
		rules: {
			'color-contrast': { enabled: seesColours },
			'color-contrast-enhanced': { enabled: seesColours },
		},
	});

/** Controls that stand alone and are smaller than 44 pixels in either direction (2.5.5); links within sentences may be. */
export const small = (page: Page) =>
	page.locator('main :is(button, input, textarea, summary)').evaluateAll((all) =>
		all
			.filter(
				(one) =>
					one.checkVisibility() && !one.matches('.unseen, [type=hidden]') && !one.closest('.away'),
			)
			.map((one) => {
				const target = one.closest('label') ?? one;
				const { width, height } = target.getBoundingClientRect();
				return { what: one.id || one.textContent || one.outerHTML, width, height };
			})
			.filter(({ width, height }) => width < 44 || height < 44),
	);

/** Links whose underline goes on below a blank before or after their words. */
export const blankEnds = (page: Page) =>
	page.locator('a').evaluateAll((all) => {
		const range = document.createRange();
		const isSeen = (text: Text, from: number, to: number): boolean => {
			range.setStart(text, from);
			range.setEnd(text, to);
			return [...range.getClientRects()].some(({ width }) => width > 0.5);
		};
		return all
			.filter((link) => {
				const texts = [...link.childNodes].filter((node) => node instanceof Text);
				return texts.some((text) => {
					const { data, length } = text;
					const [start, end] = [length - data.trimStart().length, data.trimEnd().length];
					return (
						(text === link.firstChild && isSeen(text, 0, start)) ||
						(text === link.lastChild && isSeen(text, end, length))
					);
				});
			})
			.map(({ outerHTML }) => outerHTML);
	});

/** A4 without the margins that policies are printed with, in CSS pixels. */
const sheet = { width: 643, height: 1002 };

/** How far a page reaches beyond the sheet that it is printed on, in pixels. */
export async function beyondSheet(page: Page): Promise<number> {
	await page.setViewportSize(sheet);
	await page.emulateMedia({ media: 'print' });
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	return wide - sheet.width;
}

/** What a reader takes for one word: “e-mail”, the postcode, and dates. */
const oneWord = /e-mail|WC1B\s5HA|\d\d?\s[A-Z][a-z]+\s20\d\d/gi;

/** Pieces of text that stand in more than one line although they are one word; of what matches `selector`, if given. */
export const broken = (page: Page, word = oneWord, selector = 'body') =>
	page.locator(selector).evaluateAll(
		(places, { source, flags }) => {
			const range = document.createRange();
			return places.flatMap((place) => {
				const found: string[] = [];
				const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
				while (walker.nextNode()) {
					const text = walker.currentNode;
					if (!(text instanceof Text) || text.parentElement?.closest('.unseen')) continue;
					for (const { index, 0: piece } of text.data.matchAll(new RegExp(source, flags))) {
						range.setStart(text, index);
						range.setEnd(text, index + piece.length);
						if (range.getClientRects().length > 1) found.push(text.data);
					}
				}
				return found;
			});
		},
		{ source: word.source, flags: word.flags },
	);

/** The accessibility tree of a page as text. */
export async function treeOf(page: Page): Promise<string> {
	return `${settled(await page.locator('body').ariaSnapshot())}\n`;
}
