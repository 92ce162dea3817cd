import { type Environment, readEnvironment } from './env.ts';
import { type Mailer, resendMailer } from './mail.ts';
import type { Desk } from './post.ts';
import { blobStore, type Store } from './store.ts';

interface Around {
	readonly context: string;
	/** The effective date of the privacy policy in force. */
	readonly policy: string;
	readonly later: Desk['later'];
}

/** What the environment says, and what is made of it; the same for every request. */
interface Opened {
	readonly environment: Environment;
	readonly mailer: Mailer;
}

let opened: Opened | undefined;
const stores = new Map<string, Store>();

function storeOf(context: string): Store {
	const known = stores.get(context);
	if (known) return known;
	const store = blobStore(context);
	stores.set(context, store);
	return store;
}

function open(variables: NodeJS.ProcessEnv): Opened {
	const environment = readEnvironment(variables);
	return { environment, mailer: resendMailer(environment.resend) };
}

/** Opens the desk for one request. The environment is read once. Throws an EnvironmentError that names what to mend. */
export function openDesk(variables: NodeJS.ProcessEnv, { context, policy, later }: Around): Desk {
	opened ??= open(variables);
	const { attack, resend: _, ...rest } = opened.environment;
	const now = () => Date.now();
	return {
		...rest,
		issuer: { keys: rest.keys, context, now, attack },
		store: storeOf(context),
		mailer: opened.mailer,
		confirms: rest.secrets.webhook !== undefined,
		policy,
		now,
		random: Math.random,
		later,
	};
}
