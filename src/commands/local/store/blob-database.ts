import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '../open-database.ts';

/** Where a blob is: in which store of which site, under which key. */
export interface BlobAddress {
	readonly site: string;
	readonly store: string;
	readonly key: string;
}

export interface Blob {
	readonly data: Uint8Array<ArrayBuffer>;
	/** As the client encoded it. */
	readonly metadata: string;
	/** With its quotes; equal exactly where the data are equal. */
	readonly etag: string;
}

/**
 * What must hold for a write to happen: no blob is there, or the one that is there has this ETag.
 */
export type Condition = 'new' | { readonly etag: string } | undefined;

export interface Listed {
	readonly key: string;
	readonly etag: string;
	/** In bytes. */
	readonly size: number;
	/** ISO 8601 in UTC. */
	readonly modified: string;
}

export interface BlobDatabase {
	read(place: BlobAddress): Blob | undefined;
	/**
	 * The ETag of what was written, or nothing if the condition did not hold. Of many writers at once
	 * one wins.
	 */
	write(place: BlobAddress, blob: Omit<Blob, 'etag'>, condition: Condition): string | undefined;
	remove(place: BlobAddress): void;
	/** How many blobs were removed. */
	removeStore(site: string, store: string): number;
	/**
	 * The blobs of a store from the key `from` on, without the key `after`, in the order of the keys'
	 * bytes.
	 */
	list(range: { site: string; store: string; from: string; after: string }): Iterable<Listed>;
	stores(site: string): string[];
	close(): void;
}

const SCHEMA = `
	CREATE TABLE IF NOT EXISTS blobs (
		site TEXT NOT NULL, store TEXT NOT NULL, key TEXT NOT NULL,
		data BLOB NOT NULL, metadata TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL,
		PRIMARY KEY (site, store, key)
	) STRICT`;

const INSERT = `INSERT INTO blobs (site, store, key, data, metadata, etag, modified)
	VALUES (:site, :store, :key, :data, :metadata, :etag, :modified)`;
const SET = 'SET data = :data, metadata = :metadata, etag = :etag, modified = :modified';
const AT = 'WHERE site = :site AND store = :store AND key = :key';

/**
 * Opens the database of blobs in a directory (made if absent), or one in memory if none is given.
 * Each write is one SQL statement that holds its own condition, so several processes may share a
 * directory.
 */
export function openBlobDatabase(directory?: string): BlobDatabase {
	const db = openDatabase(directory && join(directory, 'blobs.sqlite'), SCHEMA);

	const read = db.prepare(`SELECT data, metadata, etag FROM blobs ${AT}`);
	const writeAny = db.prepare(`${INSERT} ON CONFLICT DO UPDATE ${SET}`);
	const writeNew = db.prepare(`${INSERT} ON CONFLICT DO NOTHING`);
	const writeOver = db.prepare(`UPDATE blobs ${SET} ${AT} AND etag = :expected`);
	const remove = db.prepare(`DELETE FROM blobs ${AT}`);
	const removeStore = db.prepare('DELETE FROM blobs WHERE site = ? AND store = ?');
	const list = db.prepare(`SELECT key, etag, length(data) AS size, modified FROM blobs
		WHERE site = :site AND store = :store AND key >= :from AND key <> :after ORDER BY key`);
	const stores = db.prepare('SELECT DISTINCT store FROM blobs WHERE site = ? ORDER BY store');

	// The table is STRICT, so a row's columns have the types that the statements name.
	return {
		read: (place) => read.get({ ...place }) as Blob | undefined,
		write(place, blob, condition) {
			const etag = etagOf(blob.data);
			const row = { ...place, ...blob, etag, modified: new Date().toISOString() };
			if (condition === undefined) writeAny.run(row);
			else {
				const { changes } =
					condition === 'new'
						? writeNew.run(row)
						: writeOver.run({ ...row, expected: condition.etag });
				if (changes === 0) return undefined;
			}
			return etag;
		},
		remove: (place) => void remove.run({ ...place }),
		removeStore: (site, store) => Number(removeStore.run(site, store).changes),
		list: (range) => list.iterate(range) as Iterable<Listed>,
		stores: (site) => stores.all(site).map(({ store }) => String(store)),
		close: () => db.close(),
	};
}

function etagOf(data: Uint8Array): string {
	return `"${createHash('sha256').update(data).digest('hex')}"`;
}
