import { randomUUID } from 'node:crypto';
import type { Store, Written } from './store.ts';

/** Where a database is that speaks SQL over HTTP as libSQL servers do (`POST /v2/pipeline`). */
export interface SqlAccess {
	readonly url: string;
	readonly token: string;
	readonly fetch?: typeof fetch;
	/** Makes the signal at which one request ends. */
	readonly deadline?: () => AbortSignal;
}

/** The one table; made once, by hand. */
export const table =
	'CREATE TABLE records (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag TEXT NOT NULL) WITHOUT ROWID';

interface Executed {
	readonly type: 'ok' | 'error';
	readonly response?: {
		readonly result: { readonly rows: readonly { readonly value: string }[][] };
	};
}

type Execute = (sql: string, args: readonly string[]) => Promise<readonly string[][]>;

const timeout = () => AbortSignal.timeout(2_500);

/** Runs one statement and gives its rows. Throws when it was not run for certain. */
const executor =
	({ url, token, fetch: ask = fetch, deadline = timeout }: SqlAccess): Execute =>
	async (sql, args) => {
		const stmt = { sql, args: args.map((value) => ({ type: 'text', value })) };
		const response = await ask(new URL('/v2/pipeline', url), {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify({ requests: [{ type: 'execute', stmt }, { type: 'close' }] }),
			signal: deadline(),
		});
		if (!response.ok) throw new Error(`The database answered ${response.status}`);
		const { results }: { results: readonly Executed[] } = await response.json();
		const rows = results[0]?.response?.result.rows;
		if (!rows) throw new Error('The database did not run the statement');
		return rows.map((row) => row.map(({ value }) => value));
	};

const page = 1_000;
/** Comes after every character of a key. */
const last = '\u{10ffff}';

/** Writes if the condition in the statement holds: then it gives back the new ETag. */
async function write(execute: Execute, sql: string, args: readonly string[]): Promise<Written> {
	try {
		const [row] = await execute(sql, args);
		return row?.[0] === undefined ? 'refused' : { etag: row[0] };
	} catch {
		return 'failed';
	}
}

/** Another store than the platform's, of the same five functions: to change over, `services.ts` opens this one. */
export function sqlStore(access: SqlAccess): Store {
	const execute = executor(access);
	return {
		create: (key, value) =>
			write(execute, 'INSERT INTO records VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING etag', [
				key,
				JSON.stringify(value),
				randomUUID(),
			]),
		replace: (key, value, etag) =>
			write(
				execute,
				'UPDATE records SET value = ?, etag = ? WHERE key = ? AND etag = ? RETURNING etag',
				[JSON.stringify(value), randomUUID(), key, etag],
			),
		async read(key) {
			const [row] = await execute('SELECT value, etag FROM records WHERE key = ?', [key]);
			const [value, etag] = row ?? [];
			return value === undefined || etag === undefined
				? undefined
				: { value: JSON.parse(value), etag };
		},
		async *list(prefix) {
			const sql = `SELECT key, etag FROM records WHERE key > ? AND key < ? ORDER BY key LIMIT ${page}`;
			for (let from = prefix; ;) {
				const rows = await execute(sql, [from, prefix + last]);
				for (const [key = '', etag = ''] of rows) yield { key, etag };
				from = rows.at(-1)?.[0] ?? from;
				if (rows.length < page) return;
			}
		},
		async delete(key) {
			await execute('DELETE FROM records WHERE key = ?', [key]);
		},
	};
}
