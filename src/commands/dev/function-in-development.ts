import { join } from 'node:path';
import type { BuildData } from '#contact/shared/build-data.ts';
import { bundleFunction } from '../build/bundle-function.ts';
import { policyInForce, readTemplates } from '../build/pages.ts';
import { type FunctionHost, hostFunction } from '../local/function-host.ts';
import type { Answer } from '../local/listen.ts';
import { loadFunction } from '../local/load-function.ts';

/** Vite puts scripts and styles of its own into every page. */
const contentSecurityPolicy = "default-src 'self' 'unsafe-inline' ws:";

/** What the build would know, from the pages as the development server makes them now. */
async function builtFrom(origin: string): Promise<BuildData> {
	const pages = await readTemplates(async (address) =>
		(await fetch(new URL(address, origin))).text(),
	);
	return { pages, contentSecurityPolicy, policy: policyInForce() };
}

async function bundled(origin: string, entry: string): Promise<FunctionHost> {
	await bundleFunction(await builtFrom(origin), entry);
	return hostFunction(await loadFunction(entry));
}

/**
 * Answers with the function as its source is now: bundled anew for each request into `directory`, so that edits apply at
 * once.
 */
export function functionInDevelopment(directory: string): Answer {
	const entry = join(directory, 'function-in-development/contact/contact.mjs');
	// One bundle at a time, because each takes the place of the one before.
	let turn: Promise<unknown> = Promise.resolve();
	return async (request, client) => {
		const mine = turn.then(() => bundled(new URL(request.url).origin, entry));
		turn = mine.catch(() => undefined);
		const answer = (await mine).match(request);
		return answer ? answer(request, client) : new Response(null, { status: 404 });
	};
}
