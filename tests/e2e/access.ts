import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

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
