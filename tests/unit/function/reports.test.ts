import { expect, test } from '@playwright/test';
import { TestApp } from '#simulation/fakes.ts';

const secret = 'https://www.example.com/contact/sent?r=secret';

const send = async (body: string, type = 'application/reports+json') => {
	const app = new TestApp();
	const headers = { 'content-type': type };
	const response = await app.request('/contact/reports', { method: 'POST', body, headers });
	return { status: response.status, line: app.log.at(-1) };
};

test('a report that a page broke its policy is logged by its directive, without any address', async () => {
	const body = { documentURL: secret, blockedURL: secret, effectiveDirective: 'script-src-elem' };
	const report = { type: 'csp-violation', url: secret, user_agent: 'x', body };
	const old = { 'csp-report': { 'document-uri': secret, 'effective-directive': 'img-src' } };
	const { status, line } = await send(JSON.stringify([report, report, old]));
	expect(status).toBe(200);
	expect(line).toMatchObject({ outcome: 'report', detail: 'script-src-elem img-src' });
	expect(JSON.stringify(line)).not.toContain('secret');
	expect((await send(JSON.stringify(old), 'application/csp-report')).line).toMatchObject({
		detail: 'img-src',
	});
});

test('what is no report leaves no words in the log', async () => {
	const forged = JSON.stringify([{ body: { effectiveDirective: 'a\n{"outcome":"stored"}' } }]);
	for (const body of ['', '{', 'null', '[null,1,"x"]', '{"csp-report":7}', forged]) {
		const { status, line } = await send(body);
		expect(status, body).toBeLessThan(500);
		expect(line).not.toHaveProperty('detail');
	}
	expect((await send('x'.repeat(40_000))).status).toBe(413);
});
