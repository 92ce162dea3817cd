import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { calm, type Fault, type Hit, type Plan } from './faults.ts';
import { World } from './world.ts';

/**
 * Stands over HTTP between one process of the function and the world, and does to each request what the plan says. No
 * fault takes time: a request that is never answered meets its deadline at once.
 */
export class FaultProxy {
	plan: Plan = calm;
	/** Every request that came, in order. */
	readonly hits: Hit[] = [];
	/** Called when the process dies; from then on nothing is answered any more. */
	onDeath = (): void => {};
	dead = false;
	readonly #world: World;
	readonly #server: Server;
	#deadlines = new Set<AbortController>();

	constructor(world: World) {
		this.#world = world;
		this.#server = createServer((incoming, outgoing) => void this.#pass(incoming, outgoing));
	}

	async open(): Promise<string> {
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
		// Listening on a port, a server's address is never a path.
		const { port } = this.#server.address() as AddressInfo;
		return `http://127.0.0.1:${port}`;
	}

	/** Makes a signal that aborts when a request is left without an answer. */
	readonly deadline = (): AbortSignal => {
		const controller = new AbortController();
		this.#deadlines.add(controller);
		return controller.signal;
	};

	async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const request = await asRequest(incoming);
		const hit = World.hit(request);
		if (this.dead) return;
		this.hits.push(hit);
		const fault = this.plan(hit);
		if (fault?.answer === 'dead') this.dead = true;
		const response = fault?.lands === false ? undefined : await this.#world.answer(request);
		if (this.dead) this.onDeath();
		else if (fault) this.#fail(fault, outgoing);
		else if (response) await send(outgoing, response);
	}

	#fail({ answer }: Fault, outgoing: ServerResponse): void {
		if (answer === 'cut') outgoing.destroy();
		else if (answer === 'silence') this.#expire();
		else if (answer !== 'dead')
			outgoing.writeHead(answer.status, answer.headers).end(answer.body ?? '');
	}

	#expire(): void {
		const late = this.#deadlines;
		this.#deadlines = new Set();
		for (const controller of late) controller.abort(new DOMException('Too late', 'TimeoutError'));
	}

	close(): void {
		this.dead = true;
		this.#server.close();
		this.#server.closeAllConnections();
	}
}

async function asRequest(incoming: IncomingMessage): Promise<Request> {
	const { method = 'GET', url = '/', headers } = incoming;
	const body = await buffer(incoming);
	const pairs = Object.entries(headers).map(([name, value]): [string, string] => [
		name,
		String(value),
	]);
	return new Request(new URL(url, 'http://127.0.0.1'), {
		method,
		headers: pairs,
		...(body.length > 0 && { body }),
	});
}

async function send(outgoing: ServerResponse, response: Response): Promise<void> {
	outgoing.writeHead(response.status, Object.fromEntries(response.headers));
	outgoing.end(await response.bytes());
}
