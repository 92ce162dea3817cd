import { once } from 'node:events';
import type { Server as NodeServer, ServerResponse } from 'node:http';
import type { ServerRequest } from 'srvx';
import { serve } from 'srvx/node';
import { plain } from '#contact/responses/plain.ts';
import { Problem } from './problem.ts';
import { methodNotAllowed } from './method-not-allowed.ts';

/**
 * Who is at the other end of the connection; `ip` is the socket's own address, never a forwarded
 * one.
 */
export interface Client {
	readonly ip: string;
}

/** Answers one request; the parts of the local run all have this shape. */
export type Answer = (request: Request, client: Client) => Promise<Response>;

export interface Listening {
	/** Origin without a trailing slash, such as `http://127.0.0.1:8888`. */
	readonly url: string;
	/** Takes no new request, lets those under way finish, then closes every connection. */
	close(): Promise<void>;
}

/** A port that is taken while what it will serve is still being made. */
export interface ReservedPort extends Listening {
	readonly port: number;
	/** Requests are answered with this from now on; those that came before were waiting for it. */
	serve(answer: Answer): void;
}

interface Options {
	/** 0 takes any free one. */
	readonly port: number;
	readonly host?: string;
}

/**
 * Serves `answer` over HTTP. Bodies stream both ways and `request.signal` aborts when the client goes away. Rejects
 * with a Problem if the port cannot be had.
 */
export async function listen(answer: Answer, options: Options): Promise<Listening> {
	const reserved = await reservePort(options);
	reserved.serve(answer);
	return reserved;
}

/** Takes a port. Rejects with a Problem if it cannot be had. */
export async function reservePort({ port, host = '127.0.0.1' }: Options): Promise<ReservedPort> {
	const awaited = Promise.withResolvers<Answer>();
	const server = serve({
		fetch: (request) => answerWith(awaited.promise, request),
		port,
		hostname: host,
		silent: true,
		gracefulShutdown: false,
		manual: true,
	});
	// Without TLS options the library always makes a plain HTTP/1.1 server.
	const http = server.node?.server as NodeServer;
	const underWay = trackAnswers(http);

	await Promise.resolve(server.serve()).catch((error: unknown) => {
		throw new Problem(whyNot(error, port), { cause: error });
	});
	const url = new URL(server.url ?? '');
	return {
		url: url.origin,
		port: Number(url.port),
		serve: awaited.resolve,
		close() {
			awaited.resolve(async () => plain(503, 'The local server is stopping.'));
			return close(http, underWay);
		},
	};
}

async function answerWith(answer: Promise<Answer>, request: ServerRequest): Promise<Response> {
	// A Request with this method cannot be made.
	if (request.method === 'TRACE') return methodNotAllowed();
	try {
		// The library hands out a stand-in that `new Request(request)` refuses; `_request` is the real one.
		return await (
			await answer
		)(request._request ?? request, { ip: request.ip ?? '' });
	} catch (error) {
		return failed(request, error);
	}
}

function trackAnswers(server: NodeServer): Set<ServerResponse> {
	const underWay = new Set<ServerResponse>();
	server.on('request', (_request, response) => {
		underWay.add(response);
		response.once('close', () => underWay.delete(response));
	});
	return underWay;
}

/** A browser keeps spare connections open; Node would wait a minute for their first request. */
async function close(server: NodeServer, underWay: ReadonlySet<ServerResponse>): Promise<void> {
	if (!server.listening) return;
	const closed = once(server, 'close');
	server.close();
	await Promise.all([...underWay].map((response) => once(response, 'close')));
	server.closeAllConnections();
	await closed;
}

function failed(request: Request, error: unknown): Response {
	// Reading the body of a client that went away fails too; nobody is there to be told.
	if (!request.signal.aborted) console.error(error);
	return plain(500, 'The local server failed to answer; its terminal says why.');
}

function whyNot(error: unknown, port: number): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE') {
		return `Port ${port} is already in use. Set PORT to a free one, for example PORT=${port + 1}.`;
	}
	if (code === 'EACCES') {
		return `Port ${port} may not be used without more rights. Set PORT to one above 1023.`;
	}
	return `Could not listen on port ${port} (${code ?? error}). Set PORT to another one.`;
}
