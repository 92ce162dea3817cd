import { PassThrough, Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { FunctionModule } from '../../local/function-host.ts';

interface Head {
	readonly statusCode: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
}

/** A stream of an answer's body that knows its head once the function has given it. */
class Answer extends PassThrough {
	readonly head = Promise.withResolvers<Head>();
}

type Handler = (event: object, answer: Answer, context: object) => Promise<void>;

Object.assign(globalThis, {
	awslambda: {
		streamifyResponse: (handler: Handler) => handler,
		HttpResponseStream: {
			from(answer: Answer, head: Head) {
				answer.head.resolve(head);
				return answer;
			},
		},
	},
});

/** A request as the platform's edge tells its runtime of it. */
async function eventOf(request: Request, ip: string, blobs: string): Promise<object> {
	const body = Buffer.from(await request.arrayBuffer());
	return {
		rawUrl: request.url,
		path: new URL(request.url).pathname,
		httpMethod: request.method,
		headers: {
			...Object.fromEntries(request.headers),
			'x-nf-deploy-context': 'production',
			'x-nf-client-connection-ip': ip,
			'x-nf-site-id': 'local',
		},
		...(body.length > 0 && { body: body.toString('base64'), isBase64Encoded: true }),
		flags: {},
		blobs,
	};
}

/** The store's place, as the platform hands it over with each request. */
function blobsOf(context: string): string {
	const { edgeURL, token } = JSON.parse(Buffer.from(context, 'base64').toString());
	const told = { url: edgeURL, url_uncached: edgeURL, token, primary_region: 'eu-central-1' };
	return Buffer.from(JSON.stringify(told)).toString('base64');
}

/**
 * Loads a function in the platform's bootstrap, as it was shipped. The environment's `NETLIFY_BLOBS_CONTEXT` says where
 * the store is; the platform gives it with each request instead, so it is taken out.
 */
export async function loadShipped(entry: string): Promise<FunctionModule> {
	const blobs = blobsOf(process.env.NETLIFY_BLOBS_CONTEXT ?? '');
	delete process.env.NETLIFY_BLOBS_CONTEXT;
	const { handler }: { handler: Handler } = await import(pathToFileURL(entry).href);
	return {
		config: { path: '/contact/*', preferStatic: true },
		async fetch(request, { ip, requestId, waitUntil }) {
			const answer = new Answer();
			const event = await eventOf(request, ip, blobs);
			const context = { awsRequestId: requestId, getRemainingTimeInMillis: () => 60_000 };
			const done = handler(event, answer, context);
			waitUntil(done);
			const { statusCode, headers = {}, multiValueHeaders = {} } = await answer.head.promise;
			const all = new Headers(headers);
			for (const [name, values] of Object.entries(multiValueHeaders)) {
				for (const value of values) all.append(name, value);
			}
			const empty = [204, 304].includes(statusCode) || request.method === 'HEAD';
			if (empty) answer.resume();
			const body = empty ? null : (Readable.toWeb(answer) as ReadableStream);
			return new Response(body, { status: statusCode, headers: all });
		},
	};
}
