import { getStore } from '@netlify/blobs';
import { ExplainedError } from '../shared/explained-error.ts';

/** Why a store of this kind cannot be used; said in the log, by health and by the self-test. */
const noEtag =
	'The store gives no ETag when it is read, and without one nothing that is kept can be changed safely: see “The store” in the README';

/** A value and the tag that a conditional write needs. */
export interface Stored<Value> {
	readonly value: Value;
	readonly etag: string;
}

/**
 * What became of a conditional write. `failed` means that nobody knows: the answer was lost or made no sense, so the
 * value may be there.
 */
export type Written = { readonly etag: string } | 'refused' | 'failed';

/** Strongly consistent keys and JSON values. Reading, listing and deleting throw when the store cannot be reached. */
export interface Store {
	create(key: string, value: unknown): Promise<Written>;
	replace(key: string, value: unknown, etag: string): Promise<Written>;
	read(key: string): Promise<Stored<unknown> | undefined>;
	list(prefix: string): AsyncIterable<{ readonly key: string; readonly etag: string }>;
	delete(key: string): Promise<void>;
}

/** Where a store is, for a program outside the platform; inside, the client finds it by itself. */
export interface Access {
	readonly siteID?: string;
	readonly token?: string;
	readonly edgeURL?: string;
	readonly uncachedEdgeURL?: string;
	readonly fetch?: typeof fetch;
	/** Makes the signal at which one request ends. */
	readonly deadline?: () => AbortSignal;
}

/** How long a visitor waits for the store. */
const timeout = () => AbortSignal.timeout(2_500);

/** A status that the client neither retries nor takes for success. */
const failure = 424;

const failed = () => new Response(null, { status: failure });

/** One request with an end to it. The client would retry for 25 seconds while a visitor waits; the caller decides instead. */
const once =
	(ask: typeof fetch, deadline: () => AbortSignal): typeof fetch =>
	async (input, init) => {
		try {
			const answer = await ask(input, { ...init, signal: deadline() });
			return answer.status >= 500 || answer.status === 429 ? failed() : answer;
		} catch {
			return failed();
		}
	};

type Result = { modified: boolean; etag?: string };

/** The client reports `modified` for every status but 412; only an ETag proves that the value is there. */
function written({ modified, etag }: Result): Written {
	if (!modified) return 'refused';
	return etag ? { etag } : 'failed';
}

const writeOutcome = async (write: () => Promise<Result>): Promise<Written> => {
	try {
		return written(await write());
	} catch {
		return 'failed';
	}
};

/** The store of one deploy context: previews never write beside production. Its region is fixed for good. */
export function blobStore(context: string, access: Access = {}): Store {
	let opened: ReturnType<typeof getStore> | undefined;
	/** Throws where the platform gives no store; to those who ask, that is a store that cannot be reached. */
	const blobs = () => {
		opened ??= getStore({
			...access,
			name: `contact-${context}`,
			consistency: 'strong',
			region: 'eu-central-1',
			fetch: once(access.fetch ?? fetch, access.deadline ?? timeout),
		});
		return opened;
	};
	return {
		create: (key, value) => writeOutcome(() => blobs().setJSON(key, value, { onlyIfNew: true })),
		replace: (key, value, etag) =>
			writeOutcome(() => blobs().setJSON(key, value, { onlyIfMatch: etag })),
		async read(key) {
			const found = await blobs().getWithMetadata(key, { type: 'json' });
			if (!found) return undefined;
			if (!found.etag) throw new ExplainedError(noEtag);
			return { value: found.data, etag: found.etag };
		},
		async *list(prefix) {
			for await (const page of blobs().list({ prefix, paginate: true })) yield* page.blobs;
		},
		delete: async (key) => blobs().delete(key),
	};
}
