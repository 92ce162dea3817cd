import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { deployContext, formType, origin, outsideInMemory, store } from './outside.ts';

/** What the platform's runtime gives to a handler, as far as a cold start needs it. */
interface Call {
	readonly rawUrl: string;
	readonly httpMethod: string;
	readonly body?: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly flags: object;
	readonly blobs: string;
}
type Handler = (call: Call, answer: PassThrough, context: object) => Promise<void>;

const blobs = { url: store.url, url_uncached: store.url, token: store.token, primary_region: 'eu' };

const call = (path: string, body: string): Call => ({
	rawUrl: `${origin}${path}`,
	httpMethod: body === '' ? 'GET' : 'POST',
	...(body !== '' && { body }),
	headers: {
		'x-nf-deploy-context': deployContext,
		'x-nf-client-connection-ip': '203.0.113.7',
		'x-nf-site-id': store.siteID,
		...(body !== '' && { 'content-type': formType }),
	},
	flags: {},
	blobs: Buffer.from(JSON.stringify(blobs)).toString('base64'),
});

let status = 0;
Object.assign(globalThis, {
	fetch: outsideInMemory(100),
	awslambda: {
		streamifyResponse: (handler: Handler) => handler,
		HttpResponseStream: {
			from(answer: PassThrough, { statusCode }: { statusCode: number }) {
				status = statusCode;
				return answer;
			},
		},
	},
});
const print = console.log;
let outcome: string | undefined;
console.log = (line: string) => {
	outcome ??= JSON.parse(line).outcome;
};

/** One cold start: imports a shipped function, calls it once, and writes milliseconds, status and logged outcome as JSON. */
const [entry = '', path = '', body = ''] = process.argv.slice(2);
const answer = new PassThrough().resume();
const context = { awsRequestId: 'measured', getRemainingTimeInMillis: () => 10_000 };
const start = performance.now();
const cpu = process.threadCpuUsage();
const { handler }: { handler: Handler } = await import(pathToFileURL(entry).href);
const done = handler(call(path, body), answer, context);
await new Promise((resolve) => answer.once('end', resolve));
const time = performance.now() - start;
const { user, system } = process.threadCpuUsage(cpu);
await done;
print(JSON.stringify({ time, cpu: (user + system) / 1000, status, outcome }));
