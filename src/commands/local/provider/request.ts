import type { Records } from './records.ts';

/** A request to the provider's API, past its key. */
export interface Asked {
	readonly method: string;
	/** The parts of the path, decoded: `contacts`, an id, and so on. */
	readonly parts: readonly string[];
	/** What was sent, from JSON; undefined where that was none. */
	readonly body: unknown;
	readonly records: Records;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** Reads a request; `path` is the part of the address after the API's base. */
export async function readAsked(
	request: Request,
	path: string,
	rest: Pick<Asked, 'records' | 'now'>,
): Promise<Asked> {
	const text = await request.text();
	const parts = path.split('/').slice(1).map(decodeURIComponent);
	return { ...rest, method: request.method, parts, body: parsed(text) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
