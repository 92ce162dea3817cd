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

test('a control is filled by its kind with what has its name, and another stays as it was', () => {
	const filled = (html: string, values: Record<string, string | boolean>) =>
		fillTemplate(html, { values });
	expect(filled('<input name="a" value="old">', { a: 'new' })).toContain('value="new"');
	expect(filled('<input name="a" value="old">', { b: 'new' })).toContain('value="old"');
	expect(filled('<textarea name="a">old</textarea>', { a: 'new' })).toContain('>new<');
	expect(filled('<textarea name="a">old</textarea>', { b: 'new' })).toContain('>old<');
	const tick = '<input type="checkbox" name="a" value="yes">';
	expect(filled(tick, { a: true })).toContain('checked');
	expect(filled(tick, { a: false })).not.toContain('checked');
	expect(filled(tick, { a: true })).toContain('value="yes"');
	const choice = '<input type="radio" name="a" value="one">';
	expect(filled(choice, { a: 'one' })).toContain('checked');
	expect(filled(choice, { a: 'two' })).not.toContain('checked');
	expect(filled(choice, { a: 'two' })).toContain('value="one"');
	expect(filled('<meta name="a" content="b">', { a: 'new' })).not.toContain('new');
});

test('a field with a message is marked and described by it, before what described it already', () => {
	const described = (attributes: string, errors: Record<string, string>) =>
		fillTemplate(`<input data-field="a"${attributes}>`, { errors });
	const marked = described(' aria-describedby="hint"', { a: 'x' });
	expect(marked).toContain('aria-invalid="true"');
	expect(marked).toContain('aria-describedby="a-error hint"');
	expect(described('', { a: 'x' })).toContain('aria-describedby="a-error"');
	const other = described(' aria-describedby="hint"', { b: 'x' });
	expect(other).not.toContain('aria-invalid');
	expect(other).toContain('aria-describedby="hint"');
});

test('the message of a field stands in its place, and where there is none the place is gone', () => {
	const places = '<p data-error="a">old</p><p data-error="b">old</p>';
	expect(fillTemplate(places, { errors: { b: 'new' } })).toBe('<p>new</p>');
});

test('a mark names a text, and where that text is missing its element stays as it is', () => {
	for (const name of ['href', 'value', 'datetime', 'inputmode']) {
		const marked = `<i data-${name}="a" ${name}="old">x</i>`;
		expect(fillTemplate(marked, { texts: { a: 'new' } })).toBe(`<i ${name}="new">x</i>`);
		expect(fillTemplate(marked, { texts: { b: 'new' } })).toBe(`<i ${name}="old">x</i>`);
	}
	expect(fillTemplate('<i data-text="a">x</i>', { texts: { a: 'new' } })).toBe('<i>new</i>');
	expect(fillTemplate('<i data-text="a">x</i>', {})).toBe('<i>x</i>');
});

test('a title is put in the place of the page’s own, or words before it', () => {
	const page = '<title>Own</title><b>x</b>';
	expect(fillTemplate(page, {})).toBe(page);
	expect(fillTemplate(page, { title: 'Other' })).toBe('<title>Other</title><b>x</b>');
	expect(fillTemplate(page, { titlePrefix: 'Error: ' })).toBe('<title>Error: Own</title><b>x</b>');
});

test('an element stands once for each entry of a list, with its texts, and not at all without one', () => {
	const list = '<ul><li data-each="all"><a data-href="to" data-text="name">x</a></li></ul>';
	const lists = {
		all: [
			{ to: '/a', name: 'A' },
			{ to: '/b', name: 'B' },
		],
	};
	expect(fillTemplate(list, { lists })).toBe(
		'<ul><li><a href="/a">A</a></li><li><a href="/b">B</a></li></ul>',
	);
	expect(fillTemplate(list, {})).toBe('<ul></ul>');
});

test('an element with more than one condition stands in any of them', () => {
	const either = '<i data-when="on off">x</i>';
	expect(fillTemplate(either, { conditions: ['off'] })).toBe('<i>x</i>');
	expect(fillTemplate(either, {})).toBe('');
});
