import { createBlobStore } from '#src/commands/local/store/blob-store.ts';
import type { Mail } from '#src/commands/local/provider/mail-database.ts';
import { createMailbox, MAILBOX_PATH } from '#src/commands/local/mailbox/mailbox.ts';
import type { Enquiry, EnquiryState } from '#contact/enquiry/enquiry.ts';
import { blobStore, type Store } from '#contact/enquiry/store.ts';
import type { Hit, Part } from './faults.ts';

/** Where a process of the function finds the world, and how. */
export interface FakeNetwork {
	readonly url: string;
	readonly deadline?: () => AbortSignal;
	readonly fetch?: typeof fetch;
}

const token = 'let me in';

/** Makes the store's client at the end of a line, as the function makes it. */
export function storeAt({ url, ...how }: FakeNetwork): Store {
	const place = { siteID: 'site', token, edgeURL: url, uncachedEdgeURL: url };
	return blobStore('production', { ...place, ...how });
}

/** What outlives a process of the function: the store, the provider with its mails, and time. */
export class World {
	time = Date.parse('2026-11-23T10:00:00Z');
	/** The steps that records took, as their states before and after. */
	readonly steps: [from: EnquiryState, to: EnquiryState][] = [];
	#last: Promise<unknown> = Promise.resolve();
	readonly #store = createBlobStore({ token });
	readonly #mailbox = createMailbox({ now: () => this.time });

	/** What a request is for, by its address. */
	static hit(request: Request): Hit {
		const { pathname } = new URL(request.url);
		const part: Part = pathname.startsWith(MAILBOX_PATH) ? 'mail' : 'store';
		const path = part === 'mail' ? pathname.slice(`${MAILBOX_PATH}/api`.length) : pathname;
		return {
			part,
			method: request.method,
			path: path.replace(/^\/region:[^/]+\/[^/]+\/[^/]+\//, ''),
		};
	}

	async answer(request: Request): Promise<Response> {
		const { part, method, path } = World.hit(request);
		if (part === 'mail') return this.#mailbox.fetch(request);
		const isStep = method === 'PUT' && path.startsWith('enquiries/');
		return isStep ? this.#step(request, path) : this.#store.fetch(request);
	}

	/** Writes a record, one at a time, and notes the step that it took. */
	#step(request: Request, key: string): Promise<Response> {
		const step = async () => {
			const before = await this.#get(`/${key}`);
			const response = await this.#store.fetch(request);
			if (!before.ok || !response.ok) return response;
			const [from, to] = [await before.json(), await (await this.#get(`/${key}`)).json()];
			this.steps.push([from.state, to.state]);
			return response;
		};
		const done = this.#last.then(step);
		this.#last = done;
		return done;
	}

	/** Every mail that was accepted, oldest first. */
	mails(): Mail[] {
		return this.#mailbox.messages();
	}

	/** The mails to staff that hold a text. */
	enquiriesWith(text: string): Mail[] {
		return this.mails().filter(
			(mail) => mail.text?.includes(text) && mail.headers['X-Enquiry-Reference'],
		);
	}

	/** What the store holds under `enquiries/`, by key. */
	async records(): Promise<Map<string, Enquiry>> {
		const list = await this.#get('?prefix=enquiries%2F');
		// The store's own answers, and records that the function wrote.
		const { blobs } = (await list.json()) as { blobs: { key: string }[] };
		const records = blobs.map(async ({ key }): Promise<[string, Enquiry]> => {
			const found = await this.#get(`/${key}`);
			return [key, (await found.json()) as Enquiry];
		});
		return new Map(await Promise.all(records));
	}

	/** The keys of the records of which a note says that their mail may have gone without the store. */
	async noted(): Promise<Set<string>> {
		const list = await this.#get('?prefix=beside%2F');
		const { blobs } = (await list.json()) as { blobs: { key: string }[] };
		return new Set(
			blobs.map(({ key }) => key.replace(/^beside/, 'enquiries').replace(/\/[^/]+$/, '')),
		);
	}

	#get(path: string): Promise<Response> {
		const url = `http://store.invalid/site/site:contact-production${path}`;
		return this.#store.fetch(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
	}

	close(): void {
		this.#store.close();
		this.#mailbox.close();
	}
}
