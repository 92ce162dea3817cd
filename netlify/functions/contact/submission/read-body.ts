import { readBytes } from '../shared/read-bytes.ts';

const largest = 64 * 1024;
const type = 'application/x-www-form-urlencoded';

/** The parameters of a form that was posted, or why they cannot be read. A body over 64 KiB is not read to its end. */
export async function readBody(request: Request): Promise<URLSearchParams | 'large' | 'type'> {
	const [given = ''] = (request.headers.get('content-type') ?? '').split(';');
	if (given.trim().toLowerCase() !== type || request.headers.has('content-encoding')) return 'type';
	const bytes = await readBytes(request, largest);
	return bytes ? new URLSearchParams(bytes.toString('utf8')) : 'large';
}

/**
 * Whether the form stood on a page of this site, as far as the browser says. Old browsers say nothing; `null` is what
 * some send for a page's own form, and counts only beside the newer header.
 */
export function fromOwnPage({ headers, url }: Request): boolean {
	const site = headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin') return false;
	const origin = headers.get('origin');
	if (origin === null || origin === new URL(url).origin) return true;
	return origin === 'null' && site === 'same-origin';
}
