import { MAILBOX_PATH } from '#src/commands/local/mailbox.ts';
import { type Drained, drain } from '../../netlify/functions/contact/drain.ts';
import { type Mailer, resendMailer } from '../../netlify/functions/contact/mail.ts';
import type { Store } from '../../netlify/functions/contact/store.ts';
import { Office } from '../fakes.ts';
import { FaultProxy } from './fault-proxy.ts';
import { storeAt, type World } from './world.ts';

/** One process of the function, with the real clients of its store and its provider. */
export class Instance extends Office {
	readonly world: World;
	readonly proxy: FaultProxy;
	policy: string | undefined;
	readonly #store: Store;
	readonly #mailer: Mailer;

	constructor(world: World, proxy: FaultProxy, url: string) {
		super();
		this.world = world;
		this.proxy = proxy;
		const { deadline } = proxy;
		this.#store = storeAt(url, deadline);
		this.#mailer = resendMailer({ apiKey: 're_x', baseUrl: `${url}${MAILBOX_PATH}/api`, deadline });
	}

	static async start(world: World): Promise<Instance> {
		const proxy = new FaultProxy(world);
		return new Instance(world, proxy, await proxy.open());
	}

	override desk() {
		const now = () => this.world.time;
		const desk = super.desk();
		const outside = { store: this.#store, mailer: this.#mailer };
		const policy = this.policy ?? desk.policy;
		return { ...desk, ...outside, issuer: { ...desk.issuer, now }, now, policy };
	}

	override async solved() {
		const proof = await super.solved();
		this.world.time += 10_000;
		return proof;
	}

	/** A round with nothing left out. */
	drain(): Promise<Drained> {
		return drain(this.desk(), { reads: 1000, tries: 1000 });
	}
}
