import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test } from '@playwright/test';
import { type Answer, listen, reservePort } from '#src/commands/local/listen.ts';

async function serving<T>(answer: Answer, use: (url: string) => Promise<T>): Promise<T> {
	const server = await listen(answer, { port: 0 });
	try {
		return await use(server.url);
	} finally {
		await server.close();
	}
}

test.describe('a reserved port', () => {
	test('lets requests wait until it is known what to answer', async () => {
		const reserved = await reservePort({ port: 0 });
		const early = fetch(reserved.url).then((response) => response.text());
		await expect(listen(async () => new Response(), { port: reserved.port })).rejects.toThrow(
			`Port ${reserved.port} is already in use.`,
		);
		reserved.serve(async () => new Response('ready'));
		expect(await early).toBe('ready');
		await reserved.close();
	});

	test('turns away who still waits when it closes', async () => {
		const reserved = await reservePort({ port: 0 });
		const headers = { expect: '100-continue' };
		const asked = request(reserved.url, { agent: false, method: 'POST', headers });
		asked.flushHeaders();
		await once(asked, 'continue');
		const statuses: unknown[] = [];
		asked.once('response', (response) => {
			statuses.push(response.statusCode);
			response.resume();
		});
		asked.end();
		await Promise.all([once(asked, 'close'), reserved.close()]);
		expect(statuses).toEqual([503]);
	});
});

test.describe('listen', () => {
	test('hands over a genuine Request with method, address, headers and body', async () => {
		let seen: Request | undefined;
		await serving(
			async (request) => {
				seen = new Request(request);
				return new Response(await seen.text());
			},
			async (url) => {
				const response = await fetch(`${url}/a?b=c`, {
					method: 'POST',
					body: 'hello',
					headers: { 'x-one': '1' },
				});
				expect(await response.text()).toBe('hello');
				expect(seen?.url).toBe(`${url}/a?b=c`);
				expect(seen?.method).toBe('POST');
				expect(seen?.headers.get('x-one')).toBe('1');
			},
		);
	});

	test('tells the address of the socket', async () => {
		const ip = await serving(
			async (_request, client) => new Response(client.ip),
			async (url) => (await fetch(url, { headers: { 'x-forwarded-for': '9.9.9.9' } })).text(),
		);
		expect(ip).toBe('127.0.0.1');
	});

	test('keeps repeated headers apart', async () => {
		const headers = new Headers([
			['set-cookie', 'a=1'],
			['set-cookie', 'b=2'],
		]);
		await serving(
			async () => new Response(null, { headers }),
			async (url) => {
				expect((await fetch(url)).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
			},
		);
	});

	test('passes each chunk of an answer on as it is made', async () => {
		const more = Promise.withResolvers<void>();
		async function* chunks() {
			yield new TextEncoder().encode('first ');
			await more.promise;
			yield new TextEncoder().encode('second');
		}
		await serving(
			async () => new Response(stream(chunks())),
			async (url) => {
				const reader = (await fetch(url)).body?.pipeThrough(new TextDecoderStream()).getReader();
				expect((await reader?.read())?.value).toBe('first ');
				more.resolve();
				expect((await reader?.read())?.value).toBe('second');
			},
		);
	});

	test('lets a reader of the body stop before its end', async () => {
		const body = stream(endless());
		const status = await serving(
			async (request) => {
				const reader = request.body?.getReader();
				await reader?.read();
				await reader?.cancel();
				return new Response(null, { status: 413, headers: { connection: 'close' } });
			},
			(url) => statusOf(url, body),
		);
		expect([413, 'cut']).toContain(status);
	});

	test('aborts the request when its client goes away', async () => {
		const aborted = Promise.withResolvers<void>();
		const arrived = Promise.withResolvers<void>();
		await serving(
			async (request) => {
				request.signal.addEventListener('abort', () => aborted.resolve());
				arrived.resolve();
				await aborted.promise;
				return new Response(null);
			},
			async (url) => {
				const impatience = new AbortController();
				const gone = fetch(url, { signal: impatience.signal }).catch(() => 'gone');
				await arrived.promise;
				impatience.abort();
				await aborted.promise;
				expect(await gone).toBe('gone');
			},
		);
	});

	test('answers 500 and stays up when the answer throws', async () => {
		const said: unknown[] = [];
		const { error } = console;
		console.error = (line: unknown) => said.push(line);
		const failure = new Error('broken');
		await serving(
			async (request) => {
				if (request.url.endsWith('/broken')) throw failure;
				return new Response('fine');
			},
			async (url) => {
				expect((await fetch(`${url}/broken`)).status).toBe(500);
				expect((await fetch(url)).status).toBe(200);
			},
		).finally(() => {
			console.error = error;
		});
		expect(said).toEqual([failure]);
	});

	test('says in one line which variable to set when the port is taken', async () => {
		await serving(
			async () => new Response(null),
			async (url) => {
				const port = Number(new URL(url).port);
				const second = listen(async () => new Response(null), { port });
				await expect(second).rejects.toThrow(
					`Port ${port} is already in use. Set PORT to a free one, for example PORT=${port + 1}.`,
				);
			},
		);
	});

	test('answers TRACE, which no Request can carry, with the methods that it takes', async () => {
		await serving(
			async () => new Response(null),
			async (url) => {
				const asked = request(url, { agent: false, method: 'TRACE' }).end();
				const [response]: IncomingMessage[] = await once(asked, 'response');
				expect(response?.statusCode).toBe(405);
				expect(response?.headers).toMatchObject({
					allow: 'GET, HEAD',
					'x-content-type-options': 'nosniff',
					'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
				});
				response?.resume();
			},
		);
	});

	test('finishes the answers under way before it closes, and waits for nothing else', async () => {
		const arrived = Promise.withResolvers<void>();
		const go = Promise.withResolvers<void>();
		const server = await listen(
			async () => {
				arrived.resolve();
				await go.promise;
				return new Response('whole');
			},
			{ port: 0 },
		);
		const silent = connect(Number(new URL(server.url).port), '127.0.0.1');
		await new Promise((resolve) => silent.once('connect', resolve));
		const answer = fetch(server.url).then((response) => response.text());
		await arrived.promise;
		const closed = server.close();
		go.resolve();
		expect(await answer).toBe('whole');
		await closed;
		await expect(fetch(server.url)).rejects.toThrow();
		silent.destroy();
	});
});

function stream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
	// Node types its own web streams apart from the DOM's; they are the same objects.
	return Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function* endless() {
	while (true) yield new Uint8Array(64 * 1024);
}

/**
 * The status, or `cut` where the server closed the connection before the client read its answer.
 */
async function statusOf(url: string, body: ReadableStream): Promise<number | 'cut'> {
	// `duplex` is required for a streamed body and missing from the type of the option.
	const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
	return fetch(url, init).then(
		(response) => response.status,
		() => 'cut',
	);
}
