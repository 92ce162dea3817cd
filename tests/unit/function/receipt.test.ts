import { expect, test } from '@playwright/test';
import { contact } from '#src/forms/contact.ts';
import { key } from '../../../netlify/functions/contact/keys.ts';
import { Office, typed } from '../../fakes.ts';

test('a receipt opens again in a week, and after its key was changed once', async () => {
	const office = new Office();
	const sent = await office.post({ ...typed, ...(await office.solved()) });
	const address = sent.headers.get('location') ?? '';
	office.time += 7 * 24 * 3_600_000;
	office.keys = {
		current: key('another secret of thirty-two characters'),
		previous: office.keys.current,
	};
	const receipt = await office.ask(address);
	expect(receipt.status).toBe(200);
	expect(await receipt.text()).toContain('23 November 2026 at 10:00');
});

test('the address of a receipt says reference, topic and time, and nothing else that was typed', async () => {
	const office = new Office();
	const sent = await office.post({ ...typed, ...(await office.solved()) });
	const address = new URL(sent.headers.get('location') ?? '', 'https://www.example.com');
	const [, payload = ''] = address.searchParams.get('r')?.split('.') ?? [];
	expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual([
		office.keys.current.id,
		expect.stringMatching(/^[A-Z2-9]{8}$/),
		typed.topic,
		office.time,
	]);
	expect([...address.searchParams.keys()]).toEqual(['r']);
});

test('a receipt that was not signed here is not found', async () => {
	const office = new Office();
	const sent = await office.post({ ...typed, ...(await office.solved()) });
	const address = sent.headers.get('location') ?? '';
	for (const changed of [
		`${address}x`,
		address.slice(0, -2),
		contact.sent,
		`${contact.sent}?r=r1.x.y`,
	]) {
		expect((await office.ask(changed)).status).toBe(404);
	}
});
