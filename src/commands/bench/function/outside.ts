import { createHash } from 'node:crypto';

/** The deploy context in which everything here is measured. */
export const deployContext = 'production';
export const origin = 'https://www.example.com';

/** Where the Blobs client believes its store to be. */
export const store = {
	url: 'http://store.invalid',
	token: 'measured',
	siteID: 'measured',
} as const;

export const formType = 'application/x-www-form-urlencoded';

/**
 * Answers what the function asks of its store and its mail provider, from memory. Of what is kept the last `room`
 * values stay, so that a long measurement does not measure them.
 */
export function outsideInMemory(room: number): typeof fetch {
	const kept = new Map<string, { body: string; etag: string }>();
	let mails = 0;
	const put = (path: string, body: string, headers: Headers): Response => {
		const before = kept.get(path);
		const match = headers.get('if-match');
		if (headers.has('if-none-match') ? before : match !== null && before?.etag !== match) {
			return new Response(null, { status: 412 });
		}
		const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
		kept.set(path, { body, etag });
		if (kept.size > room) kept.delete(kept.keys().next().value ?? '');
		return new Response(null, { headers: { etag } });
	};
	return async (input, init) => {
		// The platform's runtime passes on every request as an object.
		const given = input instanceof Request ? input : init;
		const address = input instanceof Request ? input.url : String(input);
		if (!address.startsWith(store.url)) return Response.json({ id: `mail-${++mails}` });
		if (given?.method?.toLowerCase() === 'put') {
			const body = input instanceof Request ? await input.text() : String(init?.body);
			return put(address, body, new Headers(given.headers));
		}
		if (address.includes('?')) return Response.json({ blobs: [], directories: [] });
		const found = kept.get(address);
		if (!found) return new Response(null, { status: 404 });
		return new Response(found.body, { headers: { etag: found.etag } });
	};
}
