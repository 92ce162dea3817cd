import { expect, test } from '@playwright/test';
import { contact } from '#src/forms/contact.ts';
import { key } from '#contact/shared/keys.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

test('a receipt opens again in a week, and after its key was changed once', async () => {
	const app = new TestApp();
	const sent = await app.post({ ...typed, ...(await app.solved()) });
	const address = sent.headers.get('location') ?? '';
	app.time += 7 * 24 * 3_600_000;
	app.keys = {
		current: key('another secret of thirty-two characters'),
		previous: app.keys.current,
	};
	const receipt = await app.request(address);
	expect(receipt.status).toBe(200);
	expect(await receipt.text()).toContain('23 November 2026 at 10:00');
});

test('the address of a receipt says reference, topic and time, and nothing else that was typed', async () => {
	const app = new TestApp();
	const sent = await app.post({ ...typed, ...(await app.solved()) });
	const address = new URL(sent.headers.get('location') ?? '', 'https://www.example.com');
	const [, payload = ''] = address.searchParams.get('r')?.split('.') ?? [];
	expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual([
		app.keys.current.id,
		expect.stringMatching(/^[A-Z2-9]{8}$/),
		typed.topic,
		app.time,
	]);
	expect([...address.searchParams.keys()]).toEqual(['r']);
});

test('a receipt that was not signed here is not found', async () => {
	const app = new TestApp();
	const sent = await app.post({ ...typed, ...(await app.solved()) });
	const address = sent.headers.get('location') ?? '';
	for (const changed of [
		`${address}x`,
		address.slice(0, -2),
		contact.sent,
		`${contact.sent}?r=r1.x.y`,
	]) {
		expect((await app.request(changed)).status).toBe(404);
	}
});
