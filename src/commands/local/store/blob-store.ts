import {
	type BlobDatabase,
	type Condition,
	openBlobDatabase,
	type BlobAddress,
} from './blob-database.ts';
import { listPage } from './blob-list.ts';

export interface BlobStore {
	fetch(request: Request): Promise<Response>;
	/** Closes the database; nothing may be asked afterwards. */
	close(): void;
}

/** The header in which the client sends and expects a blob's metadata. */
const METADATA = 'x-amz-meta-user';

/** The longest key and the longest metadata with the name of their header, in bytes. */
const LONGEST_KEY = 600;
const LONGEST_METADATA = 2048 - 'netlify-blobs-metadata'.length;

/**
 * A counterpart of Netlify's blob service for a client in edge mode (`edgeURL` and
 * `uncachedEdgeURL`), whose conditional writes are true compare-and-set. Blobs are kept in
 * `directory`, or in memory if none is given.
 */
export function createBlobStore({
	directory,
	token,
	pageSize = 1000,
}: {
	directory?: string;
	token: string;
	pageSize?: number;
}): BlobStore {
	const db = openBlobDatabase(directory);
	return { fetch, close: db.close };

	async function fetch(request: Request): Promise<Response> {
		if (request.headers.get('authorization') !== `Bearer ${token}`) return empty(401);
		const place = readPlace(new URL(request.url).pathname);
		if (!place) return empty(400);
		if (place.store === '') return answerSite(db, request, place.site);
		if (place.key === '') return answerStore(db, request, { ...place, pageSize });
		if (!isKey(place.key)) return empty(400);
		return answerBlob(db, request, place);
	}
}

async function answerBlob(
	db: BlobDatabase,
	request: Request,
	place: BlobAddress,
): Promise<Response> {
	switch (request.method) {
		case 'GET':
		case 'HEAD':
			return read(db, request, place);
		case 'PUT':
			return write(db, request, place);
		case 'DELETE':
			db.remove(place);
			return empty(204);
		default:
			return empty(405, { allow: 'GET, HEAD, PUT, DELETE' });
	}
}

function read(db: BlobDatabase, request: Request, place: BlobAddress): Response {
	const blob = db.read(place);
	if (!blob) return empty(404);
	const headers: Record<string, string> = { etag: blob.etag, 'cache-control': 'no-store' };
	if (blob.metadata !== '') headers[METADATA] = blob.metadata;
	if (request.headers.get('if-none-match') === blob.etag) return empty(304, headers);
	if (request.method === 'HEAD') return empty(200, headers);
	return new Response(blob.data, { headers });
}

async function write(db: BlobDatabase, request: Request, place: BlobAddress): Promise<Response> {
	const metadata = request.headers.get(METADATA) ?? '';
	const condition = readCondition(request.headers);
	if (condition === 'unreadable' || metadata.length > LONGEST_METADATA) return empty(400);
	const data = await request.bytes();
	const etag = db.write(place, { data, metadata }, condition);
	return etag === undefined ? empty(412) : empty(200, { etag });
}

function readCondition(headers: Headers): Condition | 'unreadable' {
	const [match, noneMatch] = [headers.get('if-match'), headers.get('if-none-match')];
	if (match !== null && noneMatch !== null) return 'unreadable';
	if (match !== null) return { etag: match };
	if (noneMatch === null) return undefined;
	return noneMatch === '*' ? 'new' : 'unreadable';
}

function answerStore(
	db: BlobDatabase,
	request: Request,
	{ site, store, pageSize }: BlobAddress & { pageSize: number },
): Response {
	switch (request.method) {
		case 'GET': {
			const query = new URL(request.url).searchParams;
			const after = Buffer.from(query.get('cursor') ?? '', 'base64url').toString();
			const prefix = query.get('prefix') ?? '';
			const directories = query.get('directories') === 'true';
			const blobs = db.list({ site, store, from: after || prefix, after });
			return Response.json(listPage(blobs, { prefix, directories, pageSize }));
		}
		case 'DELETE':
			return Response.json({ blobs_deleted: db.removeStore(site, store), has_more: false });
		default:
			return empty(request.method === 'PUT' ? 400 : 405);
	}
}

function answerSite(db: BlobDatabase, request: Request, site: string): Response {
	if (request.method !== 'GET') return empty(400);
	const prefix = new URL(request.url).searchParams.get('prefix') ?? '';
	return Response.json({ stores: db.stores(site).filter((store) => store.startsWith(prefix)) });
}

/**
 * Reads `/[region:<region>/]<site>[/<store>[/<key>]]`; nothing if it cannot be decoded or names no
 * site.
 */
function readPlace(pathname: string): BlobAddress | undefined {
	const [, site = '', store = '', key = ''] =
		/^(?:\/region:[^/]+)?\/([^/]+)(?:\/([^/]*)(?:\/(.*))?)?$/s.exec(pathname) ?? [];
	if (site === '') return undefined;
	try {
		return {
			site: decodeURIComponent(site),
			store: decodeURIComponent(store),
			key: decodeURIComponent(key),
		};
	} catch {
		return undefined;
	}
}

function isKey(key: string): boolean {
	return !key.startsWith('/') && Buffer.byteLength(key) <= LONGEST_KEY;
}

function empty(status: number, headers: Record<string, string> = {}): Response {
	return new Response(null, { status, headers });
}
