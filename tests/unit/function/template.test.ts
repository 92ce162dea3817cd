import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parse } from 'ultrahtml';
import { render } from '#contact/responses/render.ts';
import { fillTemplate } from '#contact/responses/template.ts';
import { buildData } from '#simulation/fakes.ts';

const { forms, refusal } = buildData.pages;
const pages = [...Object.values(forms).flatMap(({ form, sent }) => [form, sent]), refusal];

test('the pages come through parser and renderer as they were', () => {
	for (const page of pages) {
		const tidy = (html: string) => html.replace(/=""/g, '').replace(/\s+/g, ' ').toLowerCase();
		expect(tidy(render(parse(page).children))).toBe(tidy(page));
	}
});

test('no mark is left in a filled page', () => {
	for (const page of pages) {
		const filled = fillTemplate(page, {
			conditions: ['invalid', 'step', 'unavailable'],
			errors: { name: 'x' },
		});
		expect(filled).not.toMatch(/data-(when|text|href|value|datetime|each|error|field)/);
	}
});

const template =
	'<title>T</title><a data-href="to" data-text="text">x</a><input name="one"><textarea name="many"></textarea><p data-error="one"></p><i data-when="on">on</i>';

test('an element stands only in its conditions', () => {
	expect(fillTemplate(template, { conditions: ['on'] })).toContain('<i>on</i>');
	expect(fillTemplate(template, { conditions: ['off'] })).not.toContain('<i>');
});

test('nothing that is put in becomes markup', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, other) => {
			const hostile = `${text}"><script>${other}</script></textarea>`;
			const page = fillTemplate(template, {
				titlePrefix: hostile,
				texts: { to: hostile, text: hostile },
				values: { one: hostile, many: hostile },
				errors: { one: hostile },
			});
			const names: string[] = [];
			for (const [, name] of page.matchAll(/<([a-z]+)/g)) names.push(name ?? '');
			expect(names).toEqual(['title', 'a', 'input', 'textarea', 'p']);
		}),
	);
});
