import { expect, test } from '@playwright/test';
import { TestApp, typed } from '#simulation/fakes.ts';

const text = 'Your listing is about to end. Reply to keep your listing for another year.';

async function send(app: TestApp, email: string, message = text): Promise<string> {
	await app.post({ ...typed, message, email, ...(await app.solved()) });
	return [...app.mailer.mails.values()].at(-1)?.subject ?? '';
}

test('a text from a third address on one day is labelled, however it is dressed', async () => {
	const app = new TestApp();
	expect(await send(app, 'a@example.org')).toMatch(/^Sales/);
	expect(await send(app, 'b@example.org')).toMatch(/^Sales/);
	expect(await send(app, 'c@example.org', `${text.toUpperCase()} 123!`)).toMatch(
		/^\[Possible spam\]/,
	);
});

test('one address may send the same text as often as it likes', async () => {
	const app = new TestApp();
	for (let turn = 0; turn < 5; turn++) {
		expect(await send(app, turn % 2 ? 'A@example.org' : 'a@example.org')).toMatch(/^Sales/);
	}
});

test('a new day begins anew', async () => {
	const app = new TestApp();
	await send(app, 'a@example.org');
	await send(app, 'b@example.org');
	app.time += 24 * 3_600_000;
	expect(await send(app, 'c@example.org')).toMatch(/^Sales/);
	const keys = [...app.store.records.keys()].filter((key) => key.startsWith('texts/'));
	const names = keys.map((key) => key.split('/')[2]);
	expect(new Set(names).size, 'the same text has another name').toBe(2);
});

test('a short text is nobody’s own', async () => {
	const app = new TestApp();
	for (const name of ['a', 'b', 'c', 'd']) {
		expect(await send(app, `${name}@example.org`, 'Please ring me.')).toMatch(/^Sales/);
	}
});

test('neither text nor address is kept', async () => {
	const app = new TestApp();
	await send(app, 'somebody@example.org');
	const kept = JSON.stringify([...app.store.records]);
	expect(kept).toContain('texts/2026-11-23/');
	expect(kept).not.toContain('somebody');
	expect(kept).not.toContain('listing');
});

test('when the store cannot tell, there is no label and the mail goes', async () => {
	const app = new TestApp();
	await send(app, 'a@example.org');
	await send(app, 'b@example.org');
	const proof = await app.solved();
	app.store.down = true;
	expect((await app.post({ ...typed, message: text, ...proof })).status).toBe(303);
	expect([...app.mailer.mails.values()].at(-1)?.subject).toMatch(/^Sales/);
});
