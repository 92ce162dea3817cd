import { MemoryStore } from '../fakes.ts';

/** How many keys the store gives for one request. */
const page = 1000;

/** A store in memory that keeps its keys in their order, so that a list costs what it gives, and counts what is asked of it. */
export class OrderedStore extends MemoryStore {
	requests = 0;
	readonly #keys: string[] = [];

	override async create(key: string, value: unknown) {
		this.requests++;
		const isNew = !this.records.has(key);
		const written = await super.create(key, value);
		if (isNew && typeof written === 'object') this.#keys.splice(this.#from(key), 0, key);
		return written;
	}

	override async replace(key: string, value: unknown, etag: string) {
		this.requests++;
		return super.replace(key, value, etag);
	}

	override async read(key: string) {
		this.requests++;
		return super.read(key);
	}

	override async delete(key: string) {
		this.requests++;
		if (this.records.has(key)) this.#keys.splice(this.#from(key), 1);
		await super.delete(key);
	}

	/** The place of the first key that does not come before this one. */
	#from(key: string): number {
		let [low, high] = [0, this.#keys.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#keys[middle] ?? '') < key) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** Gives a page at a time, as it stood when it was asked for. */
	override async *list(prefix: string) {
		if (this.down) throw new Error('The store is down');
		for (let last = prefix; ;) {
			this.requests++;
			const start = this.#from(last) + (last === prefix ? 0 : 1);
			const keys = this.#keys.slice(start, start + page).filter((key) => key.startsWith(prefix));
			for (const key of keys) {
				const found = this.records.get(key);
				if (found) yield { key, etag: found.etag };
			}
			if (keys.length < page) return;
			last = keys.at(-1) ?? last;
		}
	}
}
