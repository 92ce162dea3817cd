import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { getStore, listStores, type Store } from '@netlify/blobs';
import { BlobsServer } from '@netlify/blobs/server';
import { expect, test } from '@playwright/test';
import { createBlobStore } from '#src/commands/local/store/blob-store.ts';
import { listen } from '#src/commands/local/listen.ts';

const TOKEN = 'a-token';

/** Where a client finds a blob service. */
interface Service {
	readonly url: string;
	close(): Promise<void>;
}

async function own({ pageSize = 1000, directory = '' } = {}): Promise<Service> {
	const store = createBlobStore({ token: TOKEN, pageSize, ...(directory && { directory }) });
	const server = await listen((request) => store.fetch(request), { port: 0 });
	return {
		url: server.url,
		async close() {
			await server.close();
			store.close();
		},
	};
}

async function vendors(): Promise<Service> {
	const directory = test.info().outputPath('vendor');
	const server = new BlobsServer({ directory, token: TOKEN });
	const { port } = await server.start();
	return { url: `http://127.0.0.1:${port}`, close: async () => void (await server.stop()) };
}

const storeAt = ({ url }: Service, { name = 'contact', token = TOKEN } = {}) =>
	getStore({
		name,
		token,
		siteID: 'site',
		edgeURL: url,
		uncachedEdgeURL: url,
		consistency: 'strong',
	});

async function withOwn(
	use: (store: Store, service: Service) => Promise<void>,
	options?: Parameters<typeof own>[0],
): Promise<void> {
	const service = await own(options);
	await use(storeAt(service), service).finally(service.close);
}

const byKey = ({ blobs, directories }: Awaited<ReturnType<Store['list']>>) => ({
	keys: blobs.map(({ key }) => key).sort(),
	directories: directories.toSorted(),
});

/**
 * What both services must do alike; each row starts with an empty store and yields what the client
 * saw.
 */
const ALIKE: Record<string, (store: Store) => Promise<unknown>> = {
	'a blob that is not there is null': async (store) => [
		await store.get('a'),
		await store.getMetadata('a'),
		await store.getWithMetadata('a'),
	],
	'a text comes back as it was set': async (store) => {
		await store.set('a', 'Grüße 🌍');
		return store.get('a');
	},
	'an empty text comes back empty': async (store) => {
		await store.set('a', '');
		return store.get('a');
	},
	'bytes come back as they were set': async (store) => {
		const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
		await store.set('a', bytes.buffer);
		const back: ArrayBuffer = await store.get('a', { type: 'arrayBuffer' });
		return Buffer.from(back).equals(Buffer.from(bytes));
	},
	'JSON comes back as it was set': async (store) => {
		await store.setJSON('a', { b: [1, null, 'c'] });
		return store.get('a', { type: 'json' });
	},
	'a stream yields what was set': async (store) => {
		await store.set('a', 'streamed');
		return new Response(await store.get('a', { type: 'stream' })).text();
	},
	'metadata come back with the blob and alone': async (store) => {
		await store.set('a', '1', { metadata: { state: 'Grüße', tries: 2 } });
		const { data, metadata } = (await store.getWithMetadata('a')) ?? {};
		return [data, metadata, (await store.getMetadata('a'))?.metadata];
	},
	'metadata that were not set are empty': async (store) => {
		await store.set('a', '1');
		return (await store.getMetadata('a'))?.metadata;
	},
	'a later write replaces data and metadata': async (store) => {
		await store.set('a', '1', { metadata: { old: true } });
		await store.set('a', '2');
		const { data, metadata } = (await store.getWithMetadata('a')) ?? {};
		return [data, metadata];
	},
	'a write says that it was done, with an ETag in quotes': async (store) => {
		const { modified, etag } = await store.set('a', '1');
		return [modified, /^".+"$/.test(etag ?? '')];
	},
	'a write of what must be new is done once': async (store) => {
		const first = await store.set('a', '1', { onlyIfNew: true });
		const second = await store.setJSON('a', '2', { onlyIfNew: true });
		return [first.modified, Boolean(first.etag), second, await store.get('a')];
	},
	'a write over a known ETag is done once': async (store) => {
		const { etag = '' } = await store.set('a', '1');
		const first = await store.set('a', '2', { onlyIfMatch: etag });
		const second = await store.setJSON('a', '3', { onlyIfMatch: etag });
		return [first.modified, Boolean(first.etag), second, await store.get('a')];
	},
	'a write over an ETag from a list is done': async (store) => {
		await store.set('a', '1');
		const { blobs } = await store.list();
		const { modified } = await store.set('a', '2', { onlyIfMatch: blobs[0]?.etag ?? '' });
		return [modified, await store.get('a')];
	},
	'a write over what is not there is not done': async (store) => [
		await store.set('a', '1', { onlyIfMatch: '"x"' }),
		await store.get('a'),
	],
	'a deleted blob is gone and new again': async (store) => {
		await store.set('a', '1', { metadata: { b: 1 } });
		await store.delete('a');
		const { modified, etag } = await store.set('a', '2', { onlyIfNew: true });
		return [modified, Boolean(etag), (await store.getMetadata('a'))?.metadata];
	},
	'deleting what is not there is no error': async (store) => store.delete('a'),
	'a list is empty at first': async (store) => store.list(),
	'a list names every key': async (store) => {
		for (const key of ['b/c', 'a', 'b/a', 'b/d/e']) await store.set(key, '1');
		return byKey(await store.list());
	},
	'a list keeps to its prefix': async (store) => {
		for (const key of ['m/1', 'm/2', 'n/1', 'mm']) await store.set(key, '1');
		return [byKey(await store.list({ prefix: 'm/' })), byKey(await store.list({ prefix: 'm' }))];
	},
	'a list gathers directories': async (store) => {
		for (const key of ['a', 'b/1', 'b/2', 'b/c/1', 'd/1']) await store.set(key, '1');
		return [
			byKey(await store.list({ directories: true })),
			byKey(await store.list({ directories: true, prefix: 'b/' })),
		];
	},
	'a list has the ETags of the blobs': async (store) => {
		const { etag } = await store.set('a', '1');
		return (await store.list()).blobs[0]?.etag === etag;
	},
	'a store is emptied at once': async (store) => {
		for (const key of ['a', 'b/c']) await store.set(key, '1');
		return [await store.deleteAll(), await store.list(), await store.deleteAll()];
	},
	'long keys with every sign that is allowed are kept': async (store) => {
		const key = `${'deep/'.repeat(40)}A-z_0.9~${'x'.repeat(200)}`;
		await store.set(key, '1');
		return [await store.get(key), byKey(await store.list())];
	},
};

test.describe('the blob store does as the vendor’s own local one', () => {
	for (const [what, act] of Object.entries(ALIKE)) {
		test(what, async () => {
			const [ours, theirs] = [await own(), await vendors()];
			try {
				expect(await act(storeAt(ours))).toEqual(await act(storeAt(theirs)));
			} finally {
				await Promise.all([ours.close(), theirs.close()]);
			}
		});
	}

	test('keeping stores and sites apart', async () => {
		for (const service of [await own(), await vendors()]) {
			await storeAt(service, { name: 'one' }).set('a', '1');
			await storeAt(service, { name: 'two' }).set('a', '2');
			const listed = await listStores({ siteID: 'site', token: TOKEN, edgeURL: service.url });
			const elsewhere = { siteID: 'other', token: TOKEN, edgeURL: service.url, name: 'one' };
			expect(listed.stores.toSorted()).toEqual(['one', 'two']);
			expect(await storeAt(service, { name: 'two' }).get('a')).toBe('2');
			expect(await getStore(elsewhere).get('a')).toBeNull();
			await service.close();
		}
	});
});

test.describe('the blob store does what the vendor’s local one does not', () => {
	test('an ETag comes with every way to read', async () => {
		await withOwn(async (store) => {
			const { etag } = await store.set('a', '1');
			expect(etag).toBeTruthy();
			expect((await store.getWithMetadata('a'))?.etag).toBe(etag);
			expect((await store.getMetadata('a'))?.etag).toBe(etag);
		});
	});

	test('a blob that was read can be written over, and not by who read it before that', async () => {
		await withOwn(async (store) => {
			await store.setJSON('a', { tries: 0 });
			const read = await store.getWithMetadata('a', { type: 'json' });
			const onlyIfMatch = read?.etag ?? '';
			expect(await store.setJSON('a', { tries: 1 }, { onlyIfMatch })).toMatchObject({
				modified: true,
				etag: expect.stringMatching(/^".+"$/),
			});
			expect(await store.setJSON('a', { tries: 9 }, { onlyIfMatch })).toEqual({ modified: false });
			expect(await store.get('a', { type: 'json' })).toEqual({ tries: 1 });
		});
	});

	test('a blob that is known is not sent again', async () => {
		await withOwn(async (store) => {
			const { etag = '' } = await store.set('a', '1');
			expect(await store.getWithMetadata('a', { etag })).toMatchObject({ data: null, etag });
			await store.set('a', '2');
			expect(await store.getWithMetadata('a', { etag })).toMatchObject({ data: '2' });
		});
	});

	test('of 50 writers of what must be new, one wins', async () => {
		await withOwn(async (store) => {
			const writes = Array.from({ length: 50 }, (_, n) =>
				store.set('a', `writer ${n}`, { onlyIfNew: true }),
			);
			const results = await Promise.all(writes);
			const won = results.findIndex(({ modified }) => modified);
			expect(results.filter(({ modified }) => modified)).toHaveLength(1);
			expect(results[won]?.etag).toBeTruthy();
			expect(await store.get('a')).toBe(`writer ${won}`);
		});
	});

	test('of 50 writers over one ETag, one wins', async () => {
		await withOwn(async (store) => {
			const { etag: onlyIfMatch = '' } = await store.set('a', 'before');
			const writes = Array.from({ length: 50 }, (_, n) =>
				store.set('a', `writer ${n}`, { onlyIfMatch }),
			);
			const results = await Promise.all(writes);
			const won = results.findIndex(({ modified }) => modified);
			expect(results.filter(({ modified, etag }) => modified && etag)).toHaveLength(1);
			expect(await store.get('a')).toBe(`writer ${won}`);
		});
	});

	test('of writers in several processes over one directory, one wins each key', async () => {
		const directory = test.info().outputPath('shared');
		const racers = await Promise.all(Array.from({ length: 3 }, () => run(RACER, directory)));
		expect(racers.flat().toSorted()).toEqual(Array.from({ length: 30 }, (_, n) => `${n + 10}`));
	});

	test('a list comes in pages that miss and repeat nothing', async () => {
		await withOwn(
			async (store) => {
				const keys = ['a', 'b/1', 'b/2', 'b/3', 'c', 'd/1', 'd/2', 'ä', '🌍'];
				for (const key of keys) await store.set(key, '1');
				const pages = [];
				for await (const page of store.list({ paginate: true })) {
					pages.push(page.blobs.map(({ key }) => key));
				}
				expect(pages.map(({ length }) => length)).toEqual([2, 2, 2, 2, 1]);
				expect(pages.flat()).toEqual(keys);
				expect(byKey(await store.list({ directories: true }))).toEqual({
					keys: ['a', 'c', 'ä', '🌍'],
					directories: ['b', 'd'],
				});
				const under = await store.list({ prefix: 'b/' });
				expect(under.blobs.map(({ key }) => key)).toEqual(['b/1', 'b/2', 'b/3']);
			},
			{ pageSize: 2 },
		);
	});

	test('a list does not name keys shorter than its prefix', async () => {
		await withOwn(async (store) => {
			for (const key of ['m', 'm1', 'm12']) await store.set(key, '1');
			expect(byKey(await store.list({ prefix: 'm12' })).keys).toEqual(['m12']);
		});
	});

	test('keys beyond ASCII are listed as they were set', async () => {
		await withOwn(async (store) => {
			await store.set('Grüße und Küsse', '1');
			expect(await store.get('Grüße und Küsse')).toBe('1');
			expect(byKey(await store.list()).keys).toEqual(['Grüße und Küsse']);
		});
	});

	test('a blob and others under it live together', async () => {
		await withOwn(async (store) => {
			await store.set('a', '1');
			await store.set('a/b', '2');
			expect([await store.get('a'), await store.get('a/b')]).toEqual(['1', '2']);
		});
	});
});

test.describe('the blob store, asked by hand,', () => {
	const asked = (path: string, init: RequestInit = {}) =>
		createBlobStore({ token: TOKEN }).fetch(
			new Request(`http://x${path}`, {
				...init,
				headers: { authorization: `Bearer ${TOKEN}`, ...init.headers },
			}),
		);
	const put = { method: 'PUT', body: '1' };

	const refused: [what: string, status: number, path: string, init: RequestInit][] = [
		['a wrong token', 401, '/s/site:a/k', { headers: { authorization: 'Bearer other' } }],
		['a blob that is not there', 404, '/s/site:a/k', {}],
		['no site', 400, '/', {}],
		['a write without a key', 400, '/s/site:a', put],
		['a key that begins with a slash', 400, '/s/site:a//k', put],
		['a key that cannot be decoded', 400, '/s/site:a/%zz', put],
		['a key of 601 bytes', 400, `/s/site:a/${'k'.repeat(601)}`, put],
		[
			'too much metadata',
			400,
			'/s/a/k',
			{ ...put, headers: { 'x-amz-meta-user': 'b'.repeat(2027) } },
		],
		[
			'two conditions at once',
			400,
			'/s/site:a/k',
			{ ...put, headers: { 'if-match': '"a"', 'if-none-match': '*' } },
		],
		[
			'a condition it does not know',
			400,
			'/s/site:a/k',
			{ ...put, headers: { 'if-none-match': '"a"' } },
		],
		['another method', 405, '/s/site:a/k', { method: 'POST' }],
	];
	for (const [what, status, path, init] of refused) {
		test(`answers ${what} with ${status}`, async () => {
			expect((await asked(path, init)).status).toBe(status);
		});
	}

	test('takes a key of 600 bytes, in a region too', async () => {
		const path = `/region:eu-central-1/s/site:a/${'k'.repeat(600)}`;
		expect((await asked(path, put)).status).toBe(200);
	});
});

test.describe('the blob store on disk', () => {
	test('keeps everything over a restart', async () => {
		const directory = test.info().outputPath('kept');
		let etag: string | undefined;
		await withOwn(
			async (store) => {
				({ etag } = await store.set('a', '1', { metadata: { b: 2 } }));
			},
			{ directory },
		);
		await withOwn(
			async (store) => {
				expect(await store.getWithMetadata('a')).toEqual({ data: '1', etag, metadata: { b: 2 } });
			},
			{ directory },
		);
	});

	test('has every write that was answered before the process was killed, and none by halves', async () => {
		const directory = test.info().outputPath('killed');
		for (let round = 1; round <= 3; round += 1) {
			const answered = await writeUntilKilled(directory, 20 * round);
			await withOwn(
				async (store) => {
					const { blobs } = await store.list();
					for (const { key } of blobs) {
						const { data, metadata } = (await store.getWithMetadata(key)) ?? {};
						const { version } = metadata ?? {};
						expect(data, key).toBe(`${version}`.repeat(5000));
						expect(version, key).toBeGreaterThanOrEqual(answered.get(key) ?? 0);
					}
					expect(blobs.length).toBeGreaterThanOrEqual(answered.size);
				},
				{ directory },
			);
		}
	});
});

/**
 * Writes in another process, which is killed after so many answers; the last answered version of
 * each key.
 */
async function writeUntilKilled(directory: string, answers: number): Promise<Map<string, number>> {
	const child = start(WRITER, directory);
	const answered = new Map<string, number>();
	let lines = 0;
	for await (const line of createInterface({ input: child.stdout })) {
		const [key = '', version] = line.split(' ');
		answered.set(key, Number(version));
		lines += 1;
		if (lines === answers) child.kill('SIGKILL');
	}
	expect(lines).toBeGreaterThanOrEqual(answers);
	return answered;
}

/** Starts another process, which finds the directory as its first argument. */
function start(script: string, directory: string) {
	return spawn(process.execPath, ['--input-type=module', '-e', script, directory], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
}

/** The lines that a process wrote until it ended well. */
async function run(script: string, directory: string): Promise<string[]> {
	const child = start(script, directory);
	const ended = once(child, 'close');
	const lines = [];
	for await (const line of createInterface({ input: child.stdout })) lines.push(line);
	expect(await ended).toEqual([0, null]);
	return lines;
}

const RACER = `
import { openBlobDatabase } from '#src/commands/local/store/blob-database.ts';
const db = openBlobDatabase(process.argv[1]);
const blob = { data: new Uint8Array([process.pid % 256]), metadata: '' };
for (let key = 10; key < 40; key += 1) {
	if (db.write({ site: 's', store: 'contact', key: String(key) }, blob, 'new')) console.log(String(key));
}`;

const WRITER = `
import { createBlobStore } from '#src/commands/local/store/blob-store.ts';
const store = createBlobStore({ directory: process.argv[1], token: 't' });
for (let version = Date.now(); ; version += 1) {
	const key = 'key-' + (version % 7);
	const metadata = 'b64;' + btoa(JSON.stringify({ version }));
	const { status } = await store.fetch(new Request('http://x/site/site:contact/' + key, {
		method: 'PUT',
		headers: { authorization: 'Bearer t', 'x-amz-meta-user': metadata },
		body: String(version).repeat(5000),
	}));
	if (status === 200) console.log(key + ' ' + version);
}`;
