import type { PolicyVersion } from '#contact/shared/build-data.ts';
import { MAILBOX_PATH } from '#src/commands/local/mailbox/mailbox.ts';
import { deliveryRound, type RoundCounts } from '#contact/delivery/rounds/round.ts';
import { type Mailer, resendMailer } from '#contact/delivery/provider/mailer.ts';
import type { Store } from '#contact/enquiry/store.ts';
import { TestApp } from '../fakes.ts';
import { FaultProxy } from './fault-proxy.ts';
import type { FakeNetwork } from './world.ts';
import { storeAt, type World } from './world.ts';

/** A round with nothing left out. */
export const wholeRound = { tries: 1000, milliseconds: 50_000, ahead: 0, purge: 1000 } as const;

/** One process of the function, with the real clients of its store and its provider. */
export class Process extends TestApp {
	readonly world: World;
	policy: PolicyVersion | undefined;
	readonly #skew: number;
	readonly #store: Store;
	readonly #mailer: Mailer;

	/** `skew` is how far the clock of this process is from the world's, in milliseconds. */
	constructor(world: World, line: FakeNetwork, skew = 0) {
		super();
		this.world = world;
		this.#skew = skew;
		this.#store = storeAt(line);
		const { url, deadline } = line;
		const provider = { apiKey: 're_x', baseUrl: `${url}${MAILBOX_PATH}/api` };
		this.#mailer = resendMailer({ ...provider, ...(deadline && { deadline }) });
	}

	override services() {
		const now = () => this.world.time + this.#skew;
		const services = super.services();
		const outside = { store: this.#store, mailer: this.#mailer };
		const policy = this.policy ?? services.policy;
		return { ...services, ...outside, issuer: { ...services.issuer, now }, now, policy };
	}

	override async solved() {
		const proof = await super.solved();
		this.world.time += 10_000;
		return proof;
	}

	/** A round; what has aged is left for another unless a number of records to remove is given. */
	round(purge = 0): Promise<RoundCounts> {
		return deliveryRound(this.services(), { ...wholeRound, purge });
	}
}

/** A process that reaches the world over HTTP, past a proxy that can do it harm. */
export class Instance extends Process {
	readonly proxy: FaultProxy;

	constructor(world: World, proxy: FaultProxy, url: string) {
		super(world, { url, deadline: proxy.deadline });
		this.proxy = proxy;
	}

	static async start(world: World): Promise<Instance> {
		const proxy = new FaultProxy(world);
		return new Instance(world, proxy, await proxy.open());
	}
}
