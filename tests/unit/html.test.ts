import { globSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { TestApp, typed } from '#simulation/fakes.ts';

/** Off are rules of style and of what the parser adds by itself: numbers are kept on one line by the style sheet, and long titles say which version they mean. */
const validator = new HtmlValidate({
	extends: ['html-validate:recommended', 'html-validate:document'],
	rules: {
		'no-trailing-whitespace': 'off',
		'tel-non-breaking': 'off',
		'long-title': 'off',
		'attribute-boolean-style': 'off',
		'doctype-style': 'off',
		'prefer-tbody': 'off',
	},
});

/** What is wrong with a page, as `rule: message at selector`. */
async function faults(html: string): Promise<string[]> {
	const { results } = await validator.validateString(html);
	return results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`),
	);
}

const pages = globSync('dist/**/*.html');

test('every built page is valid HTML', async () => {
	expect(pages.length).toBeGreaterThan(8);
	for (const page of pages) expect(await faults(readFileSync(page, 'utf8')), page).toEqual([]);
});

test('an invalid page is told', async () => {
	const page = readFileSync('dist/index.html', 'utf8').replace(
		'<main',
		'<p><div id="main"></div></p><main',
	);
	expect(await faults(page)).not.toEqual([]);
});

test('every script is named by the hash of its bytes', () => {
	const found = pages.flatMap((page) => [
		...readFileSync(page, 'utf8').matchAll(/<script[^>]+src="([^"]+)"([^>]*)>/g),
	]);
	expect(found.length).toBeGreaterThan(0);
	for (const [, source, rest] of found) {
		const hash = createHash('sha384')
			.update(readFileSync(`dist${source}`))
			.digest('base64');
		expect(rest).toContain(`integrity="sha384-${hash}"`);
	}
});

/** Each answer that shows a page, and what makes the function give it. */
const answers: Readonly<Record<string, (app: TestApp) => Promise<Response>>> = {
	'the form with problems': (app) => app.post({ name: 'Ada' }),
	'one more step': (app) => app.post({ ...typed }),
	'a different question': (app) => app.post({ ...typed, do: 'other' }),
	'the way out': async (app) => {
		const proof = await app.solved();
		app.store.down = true;
		app.mailer.answers.push({ kind: 'unknown', error: 'application_error' });
		return app.post({ ...typed, ...proof });
	},
	'the receipt': async (app) => {
		const sent = await app.post({ ...typed, ...(await app.solved()) });
		return app.request(sent.headers.get('location') ?? '');
	},
	'a receipt that is not known': (app) => app.request('/contact/sent?r=x'),
	'a request that is no form': (app) => app.request('/contact/send'),
};

for (const [name, answer] of Object.entries(answers)) {
	test(`${name} is valid HTML`, async () => {
		const response = await answer(new TestApp());
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(await faults(await response.text())).toEqual([]);
	});
}

test('mails are valid HTML', async () => {
	const app = new TestApp();
	await app.post({ ...typed, 'copy-to-me': 'yes', ...(await app.solved()) });
	const mails = [...app.mailer.mails.values()];
	expect(mails).toHaveLength(2);
	const styled = (fault: string) => !fault.startsWith('no-inline-style');
	for (const { html } of mails) expect((await faults(html)).filter(styled)).toEqual([]);
});
