import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { contact } from '#src/forms/contact.ts';
import { question, trap, ways } from '#src/forms/question.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

const names = [
	...Object.keys(contact.fields),
	question.answer,
	question.token,
	ways.work,
	ways.other.name,
	ways.instead.name,
	trap.name,
	'__proto__',
	'constructor',
];

const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.constantFrom('sales', 'a@example.org', '=19', '7', 'river', 'other', '\u202e<script>', '\0'),
	fc.string({ maxLength: 20 }).map((part) => part.repeat(200)),
);
const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, fc.string());
const pairs = fc.array(fc.tuple(name, text), { maxLength: 40 });

const post = (app: TestApp, body: BodyInit, type = 'application/x-www-form-urlencoded') =>
	app.request(contact.action, { method: 'POST', body, headers: { 'content-type': type } });

/** Never broken, never two records, and a person can read it. */
async function expectAnswer(app: TestApp, response: Response): Promise<void> {
	expect(response.status).toBeLessThan(500);
	expect(app.store.enquiries().length).toBeLessThanOrEqual(1);
	if (response.status === 303) return;
	const page = await response.text();
	expect(page).toContain('<h1');
	expect(page).toContain('id="phones"');
	expect(page).not.toContain('<script>');
	expect(page).not.toContain('undefined');
}

test('any fields in any order, often or never, are answered with a page', async () => {
	await fc.assert(
		fc.asyncProperty(pairs, async (sent) => {
			const app = new TestApp();
			await expectAnswer(app, await post(app, new URLSearchParams(sent).toString()));
			expect(app.store.enquiries()).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

test('a good form among any other fields makes one record at most', async () => {
	let kept = 0;
	await fc.assert(
		fc.asyncProperty(pairs, pairs, async (before, after) => {
			const app = new TestApp();
			const good = Object.entries({ ...typed, ...(await app.solved()) });
			const body = new URLSearchParams([...before, ...good, ...after]).toString();
			await expectAnswer(app, await post(app, body));
			await expectAnswer(app, await post(app, body));
			kept += app.store.enquiries().length;
		}),
		{ numRuns: 300 },
	);
	expect(kept).toBeGreaterThan(0);
});

test('a token that was cut, mixed or changed is answered with a page and no record', async () => {
	const app = new TestApp();
	const { token, answer } = await app.solved();
	const [prefix = '', payload = '', mac = ''] = token.split('.');
	const part = fc.oneof(
		fc.constantFrom(prefix, payload, mac, ''),
		fc.base64String({ maxLength: 500 }),
		fc.string({ unit: 'binary', maxLength: 600 }),
		fc.json().map((json) => Buffer.from(json).toString('base64url')),
		fc.nat(payload.length).map((at) => payload.slice(0, at)),
	);
	const tokens = fc.array(part, { maxLength: 5 }).map((parts) => parts.join('.'));
	await fc.assert(
		fc.asyncProperty(tokens, async (changed) => {
			fc.pre(changed !== token);
			const response = await app.post({ ...typed, token: changed, answer });
			await expectAnswer(app, response);
			expect(response.status).toBe(200);
			expect(app.store.enquiries()).toEqual([]);
		}),
		{ numRuns: 1000 },
	);
});

test('any answer and any work under a good token never break', async () => {
	await fc.assert(
		fc.asyncProperty(text, text, fc.boolean(), async (answer, work, instead) => {
			const app = new TestApp();
			const { token } = await app.solved();
			const given = { token, answer, work, ...(instead && { instead: 'yes' }) };
			await expectAnswer(app, await app.post({ ...typed, ...given }));
		}),
		{ numRuns: 500 },
	);
});

test('any bytes of any length and type are answered with a page', async () => {
	const type = fc.constantFrom(
		'application/x-www-form-urlencoded',
		'application/x-www-form-urlencoded; charset=utf-16',
		'APPLICATION/X-WWW-FORM-URLENCODED;',
		'multipart/form-data; boundary=x',
		'application/json',
		'text/plain',
	);
	const bytes = fc.oneof(
		fc.uint8Array({ maxLength: 400 }),
		fc.uint8Array({ maxLength: 400 }).map((part) => {
			const many = new Uint8Array(70_000);
			for (let at = 0; at < many.length; at++) many[at] = part[at % Math.max(1, part.length)] ?? 37;
			return many;
		}),
		fc.string({ unit: 'binary' }).map((raw) => Buffer.from(`name=%zz%&%=${raw}&&==&token=%00`)),
	);
	await fc.assert(
		fc.asyncProperty(bytes, type, async (body, type) => {
			const app = new TestApp();
			await expectAnswer(app, await post(app, new Uint8Array(body), type));
		}),
		{ numRuns: 500 },
	);
});
