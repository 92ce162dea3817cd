import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { sqlStore, table } from '#contact/enquiry/sql-store.ts';
import { blobStore, type Store } from '#contact/enquiry/store.ts';
import { withRaces } from '#src/commands/enquiries/races.ts';
import { createBlobStore } from '#src/commands/local/store/blob-store.ts';
import { TestApp, typed } from '#simulation/fakes.ts';

/** A store, and a switch that takes away what is behind it. */
interface Opened {
	readonly store: Store;
	down: boolean;
}

type Ask = typeof fetch;

/** The store of the function over requests that something else answers. */
function blobsThrough(ask: Ask) {
	const url = 'http://blobs.invalid';
	const access = {
		siteID: 'local',
		token: 'token',
		edgeURL: url,
		uncachedEdgeURL: url,
		fetch: ask,
	};
	return blobStore('production', access);
}

function openBlobs(): Opened {
	const blobs = createBlobStore({ token: 'token' });
	const opened = { down: false };
	const ask: Ask = async (input, init) => {
		if (opened.down) throw new Error('nobody answers');
		return blobs.fetch(new Request(input, init));
	};
	return Object.assign(opened, { store: blobsThrough(ask) });
}

interface Statement {
	readonly sql: string;
	readonly args: readonly { readonly value: string }[];
}

/** A database that answers as a libSQL server does over HTTP, by SQLite itself. */
function openSql(): Opened {
	const database = new DatabaseSync(':memory:');
	database.exec(table);
	const opened = { down: false };
	const run = ({ sql, args }: Statement) => {
		const rows = database.prepare(sql).all(...args.map(({ value }) => value));
		return rows.map((row) =>
			Object.values(row).map((value) => ({ type: 'text', value: String(value) })),
		);
	};
	const ask: Ask = async (input, init) => {
		if (opened.down) throw new Error('nobody answers');
		const request = new Request(input, init);
		if (request.headers.get('authorization') !== 'Bearer token') {
			return new Response(null, { status: 401 });
		}
		const { requests } = await request.json();
		const result = { rows: run(requests[0].stmt) };
		return Response.json({ results: [{ type: 'ok', response: { type: 'execute', result } }] });
	};
	const access = { url: 'http://sql.invalid', token: 'token', fetch: ask };
	return Object.assign(opened, { store: sqlStore(access) });
}

const kinds = { 'the platform’s store': openBlobs, 'a database with SQL over HTTP': openSql };

for (const [name, open] of Object.entries(kinds)) {
	test(`${name} keeps a value with an ETag that changes with it`, async () => {
		const { store } = open();
		const made = await store.create('a/1', { x: 'é' });
		const read = await store.read('a/1');
		expect(read).toEqual({ value: { x: 'é' }, etag: typeof made === 'object' && made.etag });
		const replaced = await store.replace('a/1', { x: 2 }, read?.etag ?? '');
		expect(replaced).toEqual({ etag: (await store.read('a/1'))?.etag });
		expect(replaced).not.toEqual(made);
		expect(await store.read('a/2')).toBeUndefined();
	});

	test(`${name} refuses a second creator and a stale replacement`, async () => {
		const { store } = open();
		const made = await store.create('a/1', 1);
		const etag = typeof made === 'object' ? made.etag : '';
		expect(await store.create('a/1', 2)).toBe('refused');
		await store.replace('a/1', 3, etag);
		expect(await store.replace('a/1', 4, etag)).toBe('refused');
		expect(await store.replace('a/2', 5, etag)).toBe('refused');
		expect((await store.read('a/1'))?.value).toBe(3);
	});

	test(`${name} has one winner in every race`, async () => {
		const { store } = open();
		await withRaces(store, 0, async ({ create, replace }) => replace(await create()));
		const rivals = await Promise.all(Array.from({ length: 20 }, (_, n) => store.create('b', n)));
		expect(rivals.filter((written) => typeof written === 'object')).toHaveLength(1);
		expect(rivals.filter((written) => written === 'refused')).toHaveLength(19);
	});

	test(`${name} lists the keys of a prefix in their order, however many`, async () => {
		const { store } = open();
		const keys = Array.from({ length: 2_300 }, (_, n) => `a/${String(n).padStart(5, '0')}`);
		for (const key of keys.toReversed()) await store.create(key, {});
		for (const key of ['a', 'a0', 'b/1', '_']) await store.create(key, {});
		const listed = await Array.fromAsync(store.list('a/'));
		expect(listed.map(({ key }) => key)).toEqual(keys);
		expect(listed.every(({ etag }) => etag !== '')).toBe(true);
	});

	test(`${name} deletes, also what is not there`, async () => {
		const { store } = open();
		await store.create('a/1', 1);
		await store.delete('a/1');
		await store.delete('a/1');
		expect(await store.read('a/1')).toBeUndefined();
	});

	test(`${name} says so when it is away`, async () => {
		const opened = open();
		const { store } = opened;
		opened.down = true;
		expect(await store.create('a/1', 1)).toBe('failed');
		expect(await store.replace('a/1', 1, '"x"')).toBe('failed');
		await expect(store.read('a/1')).rejects.toThrow();
		await expect(Array.fromAsync(store.list('a/'))).rejects.toThrow();
		await expect(store.delete('a/1')).rejects.toThrow();
		opened.down = false;
		expect(await store.read('a/1')).toBeUndefined();
	});

	test(`${name} carries an enquiry from the form to the mail`, async () => {
		const { store } = open();
		class Site extends TestApp {
			override services() {
				return { ...super.services(), store };
			}
		}
		const app = new Site();
		const form = { ...typed, ...(await app.solved()) };
		const sent = await app.post(form);
		expect(sent.status).toBe(303);
		expect((await app.post(form)).headers.get('location')).toBe(sent.headers.get('location'));
		expect(app.mailer.mails.size).toBe(1);
		const [key = ''] = (await Array.fromAsync(store.list('enquiries/'))).map((one) => one.key);
		expect((await store.read(key))?.value).toMatchObject({ state: 'delivered' });
	});
}

test('a store that gives no ETag when it is read says so in words', async () => {
	const blobs = createBlobStore({ token: 'token' });
	const ask: Ask = async (input, init) => {
		const answer = await blobs.fetch(new Request(input, init));
		const headers = new Headers(answer.headers);
		if ((init?.method ?? 'GET').toUpperCase() === 'GET') headers.delete('etag');
		return new Response(answer.body, { status: answer.status, headers });
	};
	const store = blobsThrough(ask);
	await store.create('a/1', 1);
	await expect(store.read('a/1')).rejects.toThrow(/gives no ETag when it is read/);
});
