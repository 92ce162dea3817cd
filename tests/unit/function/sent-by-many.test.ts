import { expect, test } from '@playwright/test';
import { Office, typed } from '../../fakes.ts';

const text = 'Your listing is about to end. Reply to keep your listing for another year.';

async function send(office: Office, email: string, message = text): Promise<string> {
	await office.post({ ...typed, message, email, ...(await office.solved()) });
	return [...office.mailer.mails.values()].at(-1)?.subject ?? '';
}

test('a text from a third address on one day is labelled, however it is dressed', async () => {
	const office = new Office();
	expect(await send(office, 'a@example.org')).toMatch(/^Sales/);
	expect(await send(office, 'b@example.org')).toMatch(/^Sales/);
	expect(await send(office, 'c@example.org', `${text.toUpperCase()} 123!`)).toMatch(
		/^\[Possible spam\]/,
	);
});

test('one address may send the same text as often as it likes', async () => {
	const office = new Office();
	for (let turn = 0; turn < 5; turn++) {
		expect(await send(office, turn % 2 ? 'A@example.org' : 'a@example.org')).toMatch(/^Sales/);
	}
});

test('a new day begins anew', async () => {
	const office = new Office();
	await send(office, 'a@example.org');
	await send(office, 'b@example.org');
	office.time += 24 * 3_600_000;
	expect(await send(office, 'c@example.org')).toMatch(/^Sales/);
	const keys = [...office.store.records.keys()].filter((key) => key.startsWith('texts/'));
	const names = keys.map((key) => key.split('/')[2]);
	expect(new Set(names).size, 'the same text has another name').toBe(2);
});

test('a short text is nobody’s own', async () => {
	const office = new Office();
	for (const name of ['a', 'b', 'c', 'd']) {
		expect(await send(office, `${name}@example.org`, 'Please ring me.')).toMatch(/^Sales/);
	}
});

test('neither text nor address is kept', async () => {
	const office = new Office();
	await send(office, 'somebody@example.org');
	const kept = JSON.stringify([...office.store.records]);
	expect(kept).toContain('texts/2026-11-23/');
	expect(kept).not.toContain('somebody');
	expect(kept).not.toContain('listing');
});

test('when the store cannot tell, there is no label and the mail goes', async () => {
	const office = new Office();
	await send(office, 'a@example.org');
	await send(office, 'b@example.org');
	const proof = await office.solved();
	office.store.down = true;
	expect((await office.post({ ...typed, message: text, ...proof })).status).toBe(303);
	expect([...office.mailer.mails.values()].at(-1)?.subject).toMatch(/^Sales/);
});
