import { type Environment, readEnvironment } from './env.ts';
import { resendMailer } from './mail.ts';
import type { Store } from './store.ts';
import type { Desk } from './post.ts';

interface Around {
	readonly context: string;
	/** The effective date of the privacy policy in force. */
	readonly policy: string;
	readonly later: Desk['later'];
}

let environment: Environment | undefined;
const stores = new Map<string, Store>();

/** A store whose client loads with the first message, so that a question costs nothing of it. */
function lazyStore(context: string): Store {
	const known = stores.get(context);
	if (known) return known;
	let opened: Promise<Store> | undefined;
	const open = () => {
		opened ??= import('./store.ts').then(({ blobStore }) => blobStore(context));
		return opened;
	};
	const store: Store = {
		create: async (key, value) => (await open()).create(key, value),
		replace: async (key, value, etag) => (await open()).replace(key, value, etag),
		read: async (key) => (await open()).read(key),
		async *list(prefix) {
			yield* (await open()).list(prefix);
		},
		delete: async (key) => (await open()).delete(key),
	};
	stores.set(context, store);
	return store;
}

/** Opens the desk for one request. The environment is read once. Throws an EnvironmentError that names what to mend. */
export function openDesk(variables: NodeJS.ProcessEnv, { context, policy, later }: Around): Desk {
	environment ??= readEnvironment(variables);
	const { resend, attack, ...rest } = environment;
	const now = () => Date.now();
	return {
		...rest,
		issuer: { keys: rest.keys, context, now, attack },
		store: lazyStore(context),
		mailer: resendMailer(resend),
		confirms: rest.secrets.webhook !== undefined,
		policy,
		now,
		random: Math.random,
		later,
	};
}
