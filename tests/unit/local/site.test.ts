import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { test as base, expect } from '@playwright/test';
import type { Context } from '@netlify/functions';
import type { FunctionModule } from '#src/commands/local/function-host.ts';
import { createSite, type Site } from '#src/commands/local/site.ts';

const FILES = {
	'dist/index.html': '<title>Home</title>',
	'dist/404.html': '<title>Not here</title>',
	'dist/contact/index.html': '<title>Contact</title>',
	'dist/contact/send/index.html': 'a file under the function',
	'dist/contact/prefers/index.html': 'a file before the function',
	'dist/gone.html': 'It is gone.',
	'dist/style.css': 'body{}',
	'dist/_headers':
		'/*\n  X-From-File: yes\n/style.css\n  Cache-Control: public, max-age=31536000\n',
	'dist/_redirects': [
		'/old /contact/ 301',
		'/gone/* /gone.html 410',
		'/style.css /never/ 301',
		'/hidden/* /404.html 404!',
	].join('\n'),
	'netlify.toml':
		'[[headers]]\nfor = "/contact/*"\n[headers.values]\nX-From-Toml = "yes"\n' +
		'[[redirects]]\nfrom = "/older"\nto = "/contact/?from=older"\nstatus = 302\n',
};

interface Fixture {
	root: string;
	/** A site over the files above whose function is the one given. */
	siteWith(functionModule: FunctionModule): Site;
	/** Asks a site whose function says which path it was asked for. */
	ask(path: string, init?: RequestInit): Promise<Response>;
	/** What was written to the terminal's error stream. */
	complaints: unknown[][];
}

const test = base.extend<Fixture>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads here which fixtures this one needs.
	root: async ({}, use) => {
		const root = await mkdtemp(join(tmpdir(), 'site-'));
		for (const [name, text] of Object.entries(FILES)) {
			await mkdir(dirname(join(root, name)), { recursive: true });
			await writeFile(join(root, name), text);
		}
		await use(root);
		await rm(root, { recursive: true });
	},
	siteWith: async ({ root }, use) => {
		await use((functionModule) =>
			createSite({ directory: join(root, 'dist'), functionModule, root }),
		);
	},
	ask: async ({ siteWith }, use) => {
		const site = siteWith({
			config: { path: ['/contact/send', '/contact/:what/again'], method: ['POST'] },
			fetch: (request) => new Response(`function ${new URL(request.url).pathname}`),
		});
		await use((path, init) => fetchFrom(site, path, init));
	},
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads here which fixtures this one needs.
	complaints: async ({}, use) => {
		const { error } = console;
		const said: unknown[][] = [];
		console.error = (...line) => said.push(line);
		await use(said);
		console.error = error;
	},
});

const fetchFrom = (site: Site, path: string, init?: RequestInit) =>
	site.fetch(new Request(`http://127.0.0.1:8888${path}`, init), { ip: '127.0.0.1' });

test.describe('files', () => {
	test('are served with their type, an ETag and their length', async ({ ask }) => {
		const response = await ask('/contact/');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('content-length')).toBe('22');
		expect(response.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
		expect(await response.text()).toBe('<title>Contact</title>');
	});

	test('are not sent again to who has them', async ({ ask }) => {
		const etag = (await ask('/contact/')).headers.get('etag') ?? '';
		const again = await ask('/contact/', { headers: { 'if-none-match': `"other", ${etag}` } });
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
		expect((await ask('/', { headers: { 'if-none-match': etag } })).status).toBe(200);
	});

	test('answer HEAD with the same headers and no body', async ({ ask }) => {
		const [head, get] = [await ask('/', { method: 'HEAD' }), await ask('/')];
		expect([...head.headers]).toEqual([...get.headers]);
		expect(await head.text()).toBe('');
	});

	test('answer other methods with 405', async ({ ask }) => {
		const response = await ask('/contact/', { method: 'POST' });
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toBe('GET, HEAD');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});

	test('lead from an address without its last slash to the one with it', async ({ ask }) => {
		const response = await ask('/contact?topic=sales');
		expect(response.status).toBe(301);
		expect(response.headers.get('location')).toBe('/contact/?topic=sales');
		expect(response.headers.get('x-from-file')).toBe('yes');
	});

	test('have one address each: that of a folder with a slash, that of a file without', async ({
		ask,
	}) => {
		const way = async (path: string) => {
			const response = await ask(path);
			return [response.status, response.headers.get('location')];
		};
		expect(await way('/gone/')).toEqual([301, '/gone']);
		expect(await way('/404/')).toEqual([301, '/404']);
		expect(await way('/404')).toEqual([200, null]);
		expect(await way('/contact/index.html')).toEqual([200, null]);
		expect(await way('/nowhere')).toEqual([404, null]);
	});

	test('lead to this site only, however many slashes an address has', async ({ ask }) => {
		for (const path of ['//contact', '//contact/', '/contact//']) {
			const response = await ask(path);
			expect([response.status, response.headers.get('location')], path).toEqual([301, '/contact/']);
		}
	});

	test('hide the instructions to the platform', async ({ ask }) => {
		for (const path of ['/_headers', '/_redirects']) {
			expect((await ask(path)).status, path).toBe(404);
		}
	});

	test('end at the edge of their folder', async ({ ask }) => {
		for (const path of ['/../netlify.toml', '/%2e%2e/netlify.toml', '/..%2fnetlify.toml']) {
			expect((await ask(path)).status, path).toBe(404);
		}
	});

	test('that are not there are answered by the page for 404', async ({ ask }) => {
		const response = await ask('/nowhere/');
		expect(response.status).toBe(404);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('x-from-file')).toBe('yes');
		expect(await response.text()).toBe('<title>Not here</title>');
	});

	test('are not looked for under an address that cannot be decoded', async ({ ask }) => {
		const response = await ask('/%zz');
		expect(response.status).toBe(400);
		expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
	});
});

test.describe('header rules', () => {
	test('of netlify.toml and of _headers reach the files they name', async ({ ask }) => {
		const { headers } = await ask('/contact/');
		expect(headers.get('x-from-toml')).toBe('yes');
		expect(headers.get('x-from-file')).toBe('yes');
		expect((await ask('/')).headers.has('x-from-toml')).toBe(false);
	});

	test('replace what files have by default', async ({ ask }) => {
		const { headers } = await ask('/style.css');
		expect(headers.get('cache-control')).toBe('public, max-age=31536000');
	});

	test('never reach the answers of the function', async ({ ask }) => {
		const { headers } = await ask('/contact/send', { method: 'POST' });
		expect(headers.has('x-from-toml')).toBe(false);
		expect(headers.has('x-from-file')).toBe(false);
	});
});

test.describe('redirects', () => {
	test('of _redirects and of netlify.toml lead on', async ({ ask }) => {
		const [old, older] = [await ask('/old'), await ask('/older')];
		expect([old.status, new URL(old.headers.get('location') ?? '').pathname]).toEqual([
			301,
			'/contact/',
		]);
		expect(older.status).toBe(302);
		expect(older.headers.get('location')).toBe('http://127.0.0.1:8888/contact/?from=older');
	});

	test('keep the status of their rule when they answer with a page', async ({ ask }) => {
		const response = await ask('/gone/for-good');
		expect([response.status, await response.text()]).toEqual([410, 'It is gone.']);
	});

	test('give way to a file unless they are forced', async ({ ask }) => {
		expect((await ask('/style.css')).status).toBe(200);
		const hidden = await ask('/hidden/anything');
		expect([hidden.status, await hidden.text()]).toEqual([404, '<title>Not here</title>']);
	});
});

test.describe('the function', () => {
	test('answers its paths before a file does, with and without a last slash', async ({ ask }) => {
		for (const path of ['/contact/send', '/contact/send/', '/Contact/Send', '/contact/x/again']) {
			const response = await ask(path, { method: 'POST' });
			expect(await response.text(), path).toBe(`function ${path}`);
		}
	});

	test('leaves paths and methods it does not list to the files', async ({ ask }) => {
		expect(await (await ask('/contact/send/')).text()).toBe('a file under the function');
		expect((await ask('/contact/x/again')).status).toBe(404);
		expect((await ask('/contact/send/more', { method: 'POST' })).status).toBe(404);
	});

	test('steps back where its config says so', async ({ siteWith }) => {
		const site = siteWith({
			config: { path: '/contact/*', excludedPath: '/contact/send', preferStatic: true },
			fetch: () => new Response('function'),
		});
		const text = async (path: string) => (await fetchFrom(site, path)).text();
		expect(await text('/contact/send/')).toBe('a file under the function');
		expect(await text('/contact/prefers/')).toBe('a file before the function');
		expect(await text('/contact/other')).toBe('function');
	});

	test('is told the address of the visitor: the header where it holds one', async ({
		siteWith,
	}) => {
		const site = siteWith({
			config: { path: '/ip' },
			fetch: (_request, context) => new Response(context.ip),
		});
		const told = async (header: string) =>
			(await fetchFrom(site, '/ip', { headers: { 'x-nf-client-connection-ip': header } })).text();
		expect(await told('203.0.113.9')).toBe('203.0.113.9');
		expect(await told('2001:db8::1')).toBe('2001:db8::1');
		expect(await told('not an address')).toBe('127.0.0.1');
	});

	test('is given the context of a local deploy', async ({ siteWith }) => {
		const seen: Context[] = [];
		const site = siteWith({
			config: { path: '/of/:name' },
			fetch(_request, context) {
				seen.push(context);
				return new Response(null);
			},
		});
		await fetchFrom(site, '/of/ada');
		await fetchFrom(site, '/of/bob');
		expect(seen[0]?.deploy).toEqual({ context: 'dev', id: '0', published: false });
		expect(seen.map(({ params }) => params)).toEqual([{ name: 'ada' }, { name: 'bob' }]);
		expect(new Set(seen.map(({ requestId }) => requestId)).size).toBe(2);
		expect(() => seen[0]?.cookies.get('a')).toThrow('context.cookies is not part');
	});

	test('answers before the work it leaves behind, which can be awaited', async ({ siteWith }) => {
		const go = Promise.withResolvers<void>();
		const done: string[] = [];
		const site = siteWith({
			config: { path: '/send' },
			fetch(_request, context) {
				const second = async () => {
					await setImmediate();
					done.push('second');
				};
				const first = async () => {
					await go.promise;
					done.push('first');
					context.waitUntil(second());
				};
				context.waitUntil(first());
				return new Response(null, { status: 204 });
			},
		});
		expect((await fetchFrom(site, '/send')).status).toBe(204);
		expect(done).toEqual([]);
		go.resolve();
		await site.settled();
		expect(done).toEqual(['first', 'second']);
	});

	test('that fails after its answer is reported and stops nothing', async ({
		siteWith,
		complaints,
	}) => {
		const failure = new Error('no mail');
		const site = siteWith({
			config: { path: '/send' },
			fetch(_request, context) {
				context.waitUntil(Promise.reject(failure));
				return new Response(null);
			},
		});
		await fetchFrom(site, '/send');
		await site.settled();
		expect(complaints).toEqual([['Work after the answer failed:', failure]]);
	});

	test('that throws is answered 500 and reported without what was sent', async ({
		siteWith,
		complaints,
	}) => {
		const site = siteWith({
			config: { path: '/send' },
			async fetch() {
				throw new Error('broken');
			},
		});
		const response = await fetchFrom(site, '/send?r=secret', { method: 'POST', body: 'secret' });
		expect(response.status).toBe(500);
		expect(await response.text()).not.toContain('broken');
		expect(complaints).toHaveLength(1);
		expect(complaints.join()).toContain('POST /send failed:,Error: broken');
		expect(complaints.join()).not.toContain('secret');
	});

	test('that returns no Response is answered 500', async ({ siteWith, complaints }) => {
		// A bundle is not checked by the compiler, so it may return anything.
		const fetch = (() => undefined) as unknown as FunctionModule['fetch'];
		const site = siteWith({ config: { path: '/send' }, fetch });
		expect((await fetchFrom(site, '/send')).status).toBe(500);
		expect(complaints.join()).toContain('not a Response');
	});
});
