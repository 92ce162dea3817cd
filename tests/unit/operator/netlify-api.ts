import { type BlobStore, createBlobStore } from '#src/commands/local/store/blob-store.ts';

const signed = 'https://signed.invalid';

/**
 * A counterpart of Netlify's API for blobs that remembers what it was asked: reading and writing go by a signed
 * address, listing and deleting directly.
 */
export class NetlifyApi {
	readonly asked: Request[] = [];
	readonly #blobs: BlobStore = createBlobStore({ token: 'inner' });
	readonly #token: string;

	constructor(token: string) {
		this.#token = token;
	}

	readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
		const request = new Request(input, init);
		this.asked.push(request.clone());
		const { origin, pathname, search } = new URL(request.url);
		if (origin === signed) return this.#forward(request, pathname + search);
		if (request.headers.get('authorization') !== `Bearer ${this.#token}`) {
			return new Response(null, { status: 401 });
		}
		const path = pathname.replace('/api/v1/blobs', '');
		if (request.headers.get('accept')?.includes('signed-url')) {
			return Response.json({ url: `${signed}${path}` });
		}
		return this.#forward(request, path + search);
	};

	async #forward(request: Request, path: string): Promise<Response> {
		const inner = new Request(`https://blobs.invalid${path}`, request);
		inner.headers.set('authorization', 'Bearer inner');
		return this.#blobs.fetch(inner);
	}
}
