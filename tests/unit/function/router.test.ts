import { expect, test } from '@playwright/test';
import { lines } from '#src/company.ts';
import { contact } from '#src/forms/contact.ts';
import { refusals } from '#src/forms/outcomes.ts';
import { EnvironmentError } from '#contact/shared/environment-error.ts';
import { route } from '#contact/routes/router.ts';
import { key } from '#contact/shared/keys.ts';
import { loadDeferred, buildData, TestApp, typed } from '#simulation/fakes.ts';

const form = 'application/x-www-form-urlencoded';

test('a challenge is JSON that nobody stores', async () => {
	const response = await new TestApp().request('/contact/challenge');
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(response.headers.get('content-type')).toContain('application/json');
	const asked = await response.json();
	expect(Object.keys(asked).sort()).toEqual(['shown', 'spoken', 'token']);
	expect(asked.shown).toMatch(/^\d+ \+ \d+ =$/);
	expect(asked.spoken).toMatch(/^What is [a-z]+ plus [a-z]+\?$/);
	expect(asked.token.length).toBeLessThanOrEqual(512);
});

test('every challenge differs', async () => {
	const app = new TestApp();
	const asked = await Promise.all([app.solved(), app.solved()]);
	expect(asked[0]?.token).not.toBe(asked[1]?.token);
});

const others: [string, string, number, string | null][] = [
	['POST', contact.challenge, 405, 'GET, HEAD'],
	['GET', contact.action, 405, 'POST'],
	['PUT', contact.action, 405, 'POST'],
	['DELETE', contact.sent, 405, 'GET, HEAD'],
	['GET', '/contact/elsewhere', 404, null],
];
for (const [method, path, status, allow] of others) {
	test(`${method} ${path} is answered ${status} with a page`, async () => {
		const response = await new TestApp().request(path, { method });
		expect(response.status).toBe(status);
		expect(response.headers.get('allow')).toBe(allow);
		expect(await response.text()).toContain('<h1>');
	});
}

test('HEAD has the headers of GET and no body', async () => {
	const response = await new TestApp().request(contact.challenge, { method: 'HEAD' });
	expect(response.status).toBe(200);
	expect(await response.text()).toBe('');
});

test('a body over 64 KiB is refused with a page, announced or not', async () => {
	const app = new TestApp();
	const body = `message=${'x'.repeat(64 * 1024)}`;
	const announced = await app.request(contact.action, {
		method: 'POST',
		body,
		headers: { 'content-type': form, 'content-length': String(body.length) },
	});
	const stream: RequestInit & { duplex: 'half' } = {
		method: 'POST',
		body: new Blob([body]).stream(),
		headers: { 'content-type': form },
		duplex: 'half',
	};
	const chunked = await app.request(contact.action, stream);
	for (const response of [announced, chunked]) {
		expect(response.status).toBe(413);
		expect(await response.text()).toContain(refusals.large.title);
	}
});

for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '']) {
	test(`a body of type "${type}" is refused with a page`, async () => {
		const headers = { 'content-type': type };
		const response = await new TestApp().request(contact.action, {
			method: 'POST',
			body: 'x',
			headers,
		});
		expect(response.status).toBe(415);
		expect(await response.text()).toContain(refusals.type.title);
	});
}

test('the type of a form may be written in capitals and with a character set', async () => {
	const app = new TestApp();
	const headers = { 'content-type': 'Application/X-WWW-Form-URLencoded; charset=UTF-8' };
	const body = new URLSearchParams({ ...typed, ...(await app.solved()) }).toString();
	const response = await app.request(contact.action, { method: 'POST', body, headers });
	expect(response.status).toBe(303);
});

test('every answer carries the security headers', async () => {
	const app = new TestApp();
	app.secrets = { operator: 'a secret of more than thirty-two characters' };
	const lost = new TestApp();
	lost.loadDeferred = () => Promise.reject(new Error('gone'));
	for (const response of [
		await lost.post(typed),
		await app.request('/contact/deliver', { method: 'POST' }),
		await app.request(contact.challenge),
		await app.request(contact.sent),
		await app.request(contact.action),
		await app.post(typed),
		await app.post({ ...typed, ...(await app.solved()) }),
	]) {
		const policy = response.headers.get('content-security-policy') ?? '';
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain('unsafe');
		expect(policy).toContain("frame-ancestors 'none'");
		expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('referrer-policy')).toBe('same-origin');
		expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
		expect(response.headers.get('permissions-policy')).toContain('camera=()');
		expect(response.headers.get('cache-control')).toBe('no-store');
	}
});

test('no page of the function is to be indexed', async () => {
	const app = new TestApp();
	for (const page of [await app.request(contact.sent), await app.post(typed)]) {
		expect(page.headers.get('x-robots-tag')).toBe('noindex');
	}
});

test('a form under the key before the last change is taken', async () => {
	const app = new TestApp();
	const proof = await app.solved();
	app.keys = {
		current: key('another secret of thirty-two characters'),
		previous: app.keys.current,
	};
	expect((await app.post({ ...typed, ...proof })).status).toBe(303);
});

test('the log holds outcome, reference and time, and nothing personal', async () => {
	const app = new TestApp();
	await app.post({ ...typed, ...(await app.solved()) });
	await app.post({ ...typed, name: '' });
	const lines = JSON.stringify(app.log);
	for (const value of [typed.name, typed.email, typed.message]) expect(lines).not.toContain(value);
	expect(app.log).toMatchObject([
		{ outcome: 'challenge', status: 200 },
		{ outcome: 'stored', status: 303, reference: expect.stringMatching(/^[A-Z2-9]{8}$/) },
		{ outcome: 'invalid', status: 422 },
	]);
});

test('a function without its environment keeps the text and logs what is missing', async () => {
	const log: unknown[] = [];
	const missing = async () => {
		throw new EnvironmentError('CHALLENGE_KEY is missing');
	};
	const context = {
		buildData,
		loadDeferred,
		address: '203.0.113.7',
		issuer: missing,
		services: missing,
		sweepIsDue: () => false,
		afterResponse: () => {},
		log: (entry: unknown) => log.push(entry),
	};
	const request = (path: string, init?: RequestInit) =>
		route(new Request(`https://www.example.com${path}`, init), context);
	const sent = await request(contact.action, { method: 'POST', body: new URLSearchParams(typed) });
	expect(sent.status).toBe(503);
	expect(await sent.text()).toContain(typed.message);
	expect((await request(contact.challenge)).status).toBe(500);
	expect(log).toMatchObject([
		{ outcome: 'misconfigured', detail: 'CHALLENGE_KEY is missing' },
		{ outcome: 'misconfigured', detail: 'CHALLENGE_KEY is missing' },
	]);
});

test('when the deferred part cannot be loaded, a question is still asked and a form gets the telephones', async () => {
	const app = new TestApp();
	// The round behind the first question is over by then.
	await app.request(contact.challenge);
	app.log.length = 0;
	app.loadDeferred = () => Promise.reject(new Error('gone'));
	expect((await app.request(contact.challenge)).status).toBe(200);
	const sent = await app.post(typed);
	expect(sent.status).toBe(500);
	const words = await sent.text();
	expect(words).toContain(refusals.broken.words);
	for (const { number } of lines) expect(words).toContain(number);
	expect(app.log).toMatchObject([{ outcome: 'challenge' }, { outcome: 'broken', detail: 'Error' }]);
});
