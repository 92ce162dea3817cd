import type { Listed } from './blob-database.ts';

/** One page of a list, in the names that the client reads. */
interface ListPage {
	blobs: { key: string; etag: string; size: number; last_modified: string }[];
	directories: string[];
	/** Leads to the next page; absent on the last. */
	next_cursor?: string;
}

/**
 * Fills one page with the blobs whose keys begin with `prefix`. With `directories`, keys with a
 * slash after the prefix count as one entry: what stands before that slash. Blobs must come in the
 * order of their keys, from the prefix on.
 */
export function listPage(
	blobs: Iterable<Listed>,
	{ prefix, directories, pageSize }: { prefix: string; directories: boolean; pageSize: number },
): ListPage {
	const page: ListPage = { blobs: [], directories: [] };
	let last = '';
	for (const { key, etag, size, modified } of blobs) {
		if (!key.startsWith(prefix)) break;
		const directory = directories ? directoryOf(key, prefix) : undefined;
		const isListed = directory !== undefined && page.directories.at(-1) === directory;
		if (!isListed) {
			const entries = page.blobs.length + page.directories.length;
			if (entries === pageSize) return { ...page, next_cursor: cursor(last) };
			if (directory === undefined) page.blobs.push({ key, etag, size, last_modified: modified });
			else page.directories.push(directory);
		}
		last = key;
	}
	return page;
}

function directoryOf(key: string, prefix: string): string | undefined {
	const slash = key.indexOf('/', prefix.length);
	return slash < 0 ? undefined : key.slice(0, slash);
}

function cursor(key: string): string {
	return Buffer.from(key).toString('base64url');
}
