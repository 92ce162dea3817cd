/** What an address answered. */
export interface Asked {
	readonly fine: boolean;
	/** Why it is not fine, such as `answers 404`. */
	readonly words: string;
}

/** How many addresses are asked at a time. */
const atOnce = 4;

/** Asks every address once; `timeout` is in milliseconds. */
export async function askAll(
	addresses: readonly string[],
	timeout: number,
): Promise<ReadonlyMap<string, Asked>> {
	const answers = new Map<string, Asked>();
	const waiting = [...addresses];
	async function askNext(): Promise<void> {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
			answers.set(next, await ask(next, timeout));
	}
	await Promise.all(Array.from({ length: atOnce }, askNext));
	return answers;
}

/** Answers that say that the page is there, though not for a program. */
const guarded = new Set([401, 403, 429, 503]);

async function ask(address: string, timeout: number): Promise<Asked> {
	try {
		const head = await request(address, 'HEAD', timeout);
		// Some servers do not know HEAD.
		const status = head < 400 ? head : await request(address, 'GET', timeout);
		const fine = status < 400 || guarded.has(status);
		return { fine, words: fine ? '' : `answers ${status}.` };
	} catch (cause) {
		const late = cause instanceof Error && cause.name === 'TimeoutError';
		return {
			fine: false,
			words: late ? 'does not answer in time.' : 'cannot be reached.',
		};
	}
}

async function request(address: string, method: 'HEAD' | 'GET', timeout: number): Promise<number> {
	const response = await fetch(address, {
		method,
		signal: AbortSignal.timeout(timeout),
	});
	await response.body?.cancel();
	return response.status;
}
