import { expect, test } from '@playwright/test';
import { createMailbox, type Mailbox } from '#src/commands/local/mailbox/mailbox.ts';

const ask = (mailbox: Mailbox, path: string, init?: RequestInit) =>
	mailbox.fetch(new Request(`http://127.0.0.1:8888/_mailbox${path}`, init));

const text = async (mailbox: Mailbox, path: string) => (await ask(mailbox, path)).text();

async function mailboxWith(...mails: Record<string, unknown>[]): Promise<Mailbox> {
	const mailbox = createMailbox({ now: () => Date.parse('2026-11-23T12:00:00Z') });
	for (const mail of mails) {
		const response = await ask(mailbox, '/api/emails', {
			method: 'POST',
			headers: { authorization: 'Bearer re_test', 'idempotency-key': crypto.randomUUID() },
			body: JSON.stringify({
				from: 'a@example.com',
				to: 'b@example.com',
				subject: 'Hello',
				text: 'Hello',
				...mail,
			}),
		});
		expect(response.status).toBe(200);
	}
	return mailbox;
}

test('the list of an empty mailbox says so', async () => {
	const page = await text(createMailbox(), '/');
	expect(page).toContain('No mail yet.');
	expect(page).not.toContain('<form');
});

test('the list shows the newest mail first and leads to each', async () => {
	const mailbox = await mailboxWith({ subject: 'First' }, { subject: 'Second' });
	const page = await text(mailbox, '/');
	expect(page).toMatch(/2 mails[\s\S]*>Second<[\s\S]*>First</);
	for (const { id } of mailbox.messages()) {
		expect(page).toContain(`href="${id}/"`);
		expect((await ask(mailbox, `/${id}/`)).status).toBe(200);
	}
});

test('the list of very many mails shows the newest and says where the others are', async () => {
	const mailbox = await mailboxWith(
		...Array.from({ length: 201 }, (_, n) => ({ subject: `#${n}.` })),
	);
	const page = await text(mailbox, '/');
	expect(page).toContain('>#200.<');
	expect(page).not.toContain('>#0.<');
	expect(page).toContain('Only the newest 200 are listed');
});

test('a file that came with a mail can be read and saved, and cannot become markup', async () => {
	const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:<b>x</b>\r\n';
	const content = Buffer.from(calendar).toString('base64');
	const file = { filename: '"><b>.ics', content, content_type: 'text/calendar; charset=utf-8' };
	const mailbox = await mailboxWith({ attachments: [file] });
	const [mail] = mailbox.messages();
	const page = await text(mailbox, `/${mail?.id}/`);
	expect(page).toContain('SUMMARY:&lt;b&gt;x&lt;/b&gt;');
	expect(page).toContain(`base64,${content}`);
	expect(page).not.toContain('<b>');
});

test('nothing in a mail can become markup of the page', async () => {
	const evil = `<script>alert("1")</script>' onload='`;
	const mailbox = await mailboxWith({
		subject: evil,
		text: `</pre>${evil}`,
		from: `${evil.replaceAll(/[<>]/g, '&')} <a@example.com>`,
		headers: { 'X-Evil': evil },
	});
	for (const path of ['/', `/${mailbox.messages()[0]?.id}/`]) {
		const page = await text(mailbox, path);
		expect(page, path).not.toContain('<script');
		expect(page, path).not.toContain("' onload=");
		expect(page.match(/<\/pre>/g)?.length ?? 0, path).toBeLessThanOrEqual(1);
	}
});

test('the HTML of a mail is framed without any rights', async () => {
	const mailbox = await mailboxWith({ html: '<h1>Hi</h1><script>alert("1")</script>' });
	const page = await text(mailbox, `/${mailbox.messages()[0]?.id}/`);
	const framed = '&lt;h1&gt;Hi&lt;/h1&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;';
	expect(page).toContain(`<iframe sandbox srcdoc="${framed}"`);
});

test('pages load nothing and run nothing', async () => {
	const { headers } = await ask(await mailboxWith({}), '/');
	const policy = headers.get('content-security-policy');
	expect(policy).toMatch(/^default-src 'none'; /);
	expect(policy).not.toMatch(/script-src|connect-src|https?:|\*/);
	expect(headers.get('cache-control')).toBe('no-store');
});

test('the JSON is an array, oldest first, with the same fields for every mail', async () => {
	const mailbox = await mailboxWith({ subject: 'First' }, { subject: 'Second', html: '<p>' });
	const response = await ask(mailbox, '/messages.json');
	expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
	const mails: Record<string, unknown>[] = await response.json();
	expect(mails.map(({ subject }) => subject)).toEqual(['First', 'Second']);
	for (const mail of mails) {
		expect(Object.keys(mail).sort().join(' ')).toBe(
			'at attachments from headers html id idempotencyKey replyTo subject text to',
		);
	}
	const second = await ask(mailbox, `/${mailbox.messages()[1]?.id}/message.json`);
	expect(await second.json()).toEqual(mails[1]);
});

test('addresses without their last slash lead to the page', async () => {
	const mailbox = await mailboxWith({});
	const id = mailbox.messages()[0]?.id;
	expect((await ask(mailbox, '')).headers.get('location')).toBe('/_mailbox/');
	expect((await ask(mailbox, `/${id}`)).headers.get('location')).toBe(`/_mailbox/${id}/`);
});

test('a mail that is not there is answered 404 with the way back', async () => {
	const mailbox = await mailboxWith({});
	for (const path of ['/absent/', `/${mailbox.messages()[0]?.id}/absent`]) {
		const response = await ask(mailbox, path);
		expect(response.status, path).toBe(404);
		expect(await response.text(), path).toContain('href="/_mailbox/"');
	}
});

test('the button empties the mailbox, and only from its own page', async () => {
	const mailbox = await mailboxWith({});
	const press = (origin: string) => ask(mailbox, '/empty', { method: 'POST', headers: { origin } });
	expect((await press('https://evil.example')).status).toBe(403);
	expect((await press('null')).status).toBe(403);
	expect(mailbox.messages()).toHaveLength(1);
	const response = await press('http://127.0.0.1:8888');
	expect([response.status, response.headers.get('location')]).toEqual([303, '/_mailbox/']);
	expect(mailbox.messages()).toEqual([]);
});

test('other methods are refused', async () => {
	const response = await ask(createMailbox(), '/', { method: 'POST' });
	expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
