import { expect, test } from '@playwright/test';
import { unbroken } from '#src/escape-html.ts';
import { contact } from '#src/forms/contact.ts';
import { shortHash } from '#src/forms/policy-version.ts';
import { key, seal } from '#contact/shared/keys.ts';
import { readReceipt, receiptPath } from '#contact/shared/receipt.ts';
import type { PolicyVersion } from '#contact/shared/build-data.ts';
import { policyVersion, TestApp, typed } from '#simulation/fakes.ts';

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
	expect(await receipt.text()).toContain(unbroken('23 November 2026 at 10:00'));
});

test('the address of a receipt says reference, topic, time and policy, and nothing else that was typed', async () => {
	const app = new TestApp();
	const sent = await app.post({ ...typed, ...(await app.solved()) });
	const address = new URL(sent.headers.get('location') ?? '', 'https://www.example.com');
	const [, payload = ''] = address.searchParams.get('r')?.split('.') ?? [];
	expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual([
		app.keys.current.id,
		expect.stringMatching(/^[A-Z2-9]{8}$/),
		typed.topic,
		app.time,
		[policyVersion.date, policyVersion.sha256],
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

/** An app whose policy changes with the next deploy. */
class NextVersion extends TestApp {
	policy: PolicyVersion = policyVersion;

	override services() {
		return { ...super.services(), policy: this.policy };
	}
}

test('a receipt quotes the policy that was in force when the message was sent, and links to that version', async () => {
	const app = new NextVersion();
	const form = { ...typed, ...(await app.solved()) };
	const sent = await app.post(form);
	app.policy = { date: '2027-06-01', sha256: 'f'.repeat(64) };
	const again = await app.post(form);
	expect(again.headers.get('location')).toBe(sent.headers.get('location'));
	const receipt = await (await app.request(sent.headers.get('location') ?? '')).text();
	expect(receipt).toContain('href="/privacy/2026-11-23/"');
	expect(receipt).toContain(shortHash(policyVersion.sha256));
	expect(receipt).not.toContain('1 June 2027');
});

test('a receipt of before policies were noted opens, and quotes none', async () => {
	const app = new TestApp();
	const payload = ['ABCD2345', 'sales', app.time];
	const r = seal(app.keys.current, { prefix: 'r1', purpose: 'receipt', payload });
	const address = `/contact/sent?${new URLSearchParams({ r })}`;
	const receipt = await app.request(address);
	expect(receipt.status).toBe(200);
	const text = await receipt.text();
	expect(text).toContain('ABCD2345');
	expect(text).not.toContain('when you wrote');
});

for (const form of ['contact', 'your-data'] as const) {
	test(`what the address of a receipt says of the form ${form} is read as it was written, and nothing more`, () => {
		const { keys, time } = new TestApp();
		const told = { form, reference: 'ABCD2345', topic: 'other', received: time } as const;
		const policy = { date: policyVersion.date, sha256: policyVersion.sha256 };
		const due = form === 'your-data' ? [{ due: '2026-12-23' }, {}] : [{}];
		for (const day of due) {
			for (const receipt of [
				{ ...told, ...day },
				{ ...told, ...day, policy },
			]) {
				const address = new URL(receiptPath(keys, receipt), 'https://www.example.com');
				const read = readReceipt(keys, address.searchParams.get('r') ?? '');
				expect(read).toStrictEqual(receipt);
			}
		}
	});
}
