import type { Fault, Plan } from './faults.ts';
import { type FakeNetwork, World } from './world.ts';

const lines = new Map<string, typeof fetch>();
let serial = 0;

/** Leads what the provider's SDK asks for to the open lines. Gives the way back. */
export function connect(): () => void {
	const real = globalThis.fetch;
	globalThis.fetch = (input, init) => {
		const url = new URL(input instanceof Request ? input.url : input);
		return (lines.get(url.origin) ?? real)(input, init);
	};
	return () => {
		globalThis.fetch = real;
	};
}

/** Lets others go first, as often as it is called. */
export type Turn = () => Promise<unknown>;

/** How many turns of others go by before what is late does its work. */
const lateBy = 8;

/**
 * A line without a wire: each request waits for its turn before it does its work, and again before it is answered, so
 * that whoever gives the turns decides on every interleaving.
 */
export class OpenNetwork implements FakeNetwork {
	readonly url = `http://line-${serial++}.invalid`;
	/** Resolves when the process dies; nothing is answered from then on. */
	readonly death: Promise<undefined>;
	dead = false;
	/** Requests whose work is done after their caller has given up. */
	readonly late: Promise<unknown>[] = [];
	readonly #world: World;
	readonly #plan: Plan;
	readonly #turn: Turn;
	#die: (value: undefined) => void = () => {};

	constructor(world: World, plan: Plan, turn: Turn) {
		this.#world = world;
		this.#plan = plan;
		this.#turn = turn;
		this.death = new Promise((resolve) => {
			this.#die = resolve;
		});
		lines.set(this.url, this.fetch);
	}

	readonly fetch: typeof fetch = async (input, init) => {
		const request = new Request(input, init);
		await this.#turn();
		const never = new Promise<Response>(() => {});
		if (this.dead) return never;
		const fault = this.#plan(World.hit(request));
		if (fault?.answer === 'dead') this.dead = true;
		const response = await this.#work(request, fault);
		if (fault?.answer === 'dead') this.#die(undefined);
		else await this.#turn();
		if (this.dead) return never;
		return fault ? fail(fault) : (response ?? never);
	};

	async #work(request: Request, fault: Fault | undefined): Promise<Response | undefined> {
		if (fault?.lands === false) return undefined;
		if (!fault?.isLate) return this.#world.answer(request);
		this.late.push(this.#workLate(request));
		return undefined;
	}

	async #workLate(request: Request): Promise<void> {
		for (let turn = 0; turn < lateBy; turn++) await this.#turn();
		await this.#world.answer(request);
	}

	close(): void {
		this.dead = true;
		lines.delete(this.url);
	}
}

function fail({ answer }: Fault): Response {
	if (answer === 'silence') throw new DOMException('Too late', 'TimeoutError');
	if (answer === 'cut' || answer === 'dead') throw new TypeError('fetch failed');
	return new Response(answer.body ?? null, {
		status: answer.status,
		...(answer.headers && { headers: answer.headers }),
	});
}
