import { pathToFileURL } from 'node:url';
import { functionEntry } from '../../build/bundle-function.ts';
import { type FunctionModule, hostFunction } from '../../local/function-host.ts';
import { listen } from '../../local/listen.ts';
import { deployContext, outsideInMemory, store } from '../function/outside.ts';

// Run as a process of its own, so that its memory is the function's and nobody else's. Store and mail are answered in
// memory, and forget what is old.

const room = 5_000;
const places = { siteID: store.siteID, token: store.token };
const context = { ...places, edgeURL: store.url, uncachedEdgeURL: store.url };
process.env['NETLIFY_BLOBS_CONTEXT'] = Buffer.from(JSON.stringify(context)).toString('base64');
globalThis.fetch = outsideInMemory(room);

const { default: built }: { default: FunctionModule } = await import(
	pathToFileURL(functionEntry).href
);
const { match } = hostFunction({
	...built,
	fetch: (request, platform) =>
		built.fetch(request, { ...platform, deploy: { ...platform.deploy, context: deployContext } }),
});
const notFound = new Response(null, { status: 404 });
const { url } = await listen(
	async (request, client) => match(request)?.(request, client) ?? notFound.clone(),
	{ port: 0 },
);
process.send?.({ url });
// Collected now and then, so that what is measured is what the function holds, and not what V8 has yet to collect.
setInterval(() => globalThis.gc?.(), 10_000).unref();
// The bench was ended.
process.once('disconnect', () => process.exit());
