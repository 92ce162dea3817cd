import { once } from 'node:events';
import type { Server as NodeServer, ServerResponse } from 'node:http';
import { serve } from 'srvx/node';

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

/**
 * Serves `answer` over HTTP; port 0 takes any free one. Bodies stream both ways and
 * `request.signal` aborts when the client goes away. Rejects with one line that says what to do if
 * the port is taken.
 */
export async function listen(
	answer: Answer,
	{ port, host = '127.0.0.1' }: { port: number; host?: string },
): Promise<Listening> {
	const server = serve({
		// The library hands out a stand-in that `new Request(request)` refuses; `_request` is the real
		// one.
		fetch: async (request) => {
			try {
				return await answer(request._request ?? request, { ip: request.ip ?? '' });
			} catch (error) {
				return failed(request, error);
			}
		},
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
		throw new Error(whyNot(error, port), { cause: error });
	});
	return { url: new URL(server.url ?? '').origin, close: () => close(http, underWay) };
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
	return new Response('The local server failed to answer; its terminal says why.\n', {
		status: 500,
		headers: { 'content-type': 'text/plain; charset=utf-8' },
	});
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
