import { setTimeout } from 'node:timers/promises';
import { watchedMailer } from './delivery/provider/mail-trouble.ts';
import { type Mailer, resendMailer } from './delivery/provider/mailer.ts';
import { pacedMailer } from './delivery/provider/paced-mailer.ts';
import { blobStore, type Store } from './enquiry/store.ts';
import type { Environment } from './environment.ts';
import type { Services } from './routes/request-context.ts';

interface Options extends Required<Pick<Services, 'policy' | 'afterResponse' | 'log'>> {
	readonly deployContext: string;
}

/** The environment as it was read, and the mailer made from it: the same for every request. */
interface Opened {
	readonly environment: Environment;
	readonly mailer: Mailer;
}

let opened: Opened | undefined;
const stores = new Map<string, Store>();

function storeOf(deployContext: string): Store {
	const known = stores.get(deployContext);
	if (known) return known;
	const store = blobStore(deployContext);
	stores.set(deployContext, store);
	return store;
}

/** Loads zod, which a receipt does not wait for. Throws an EnvironmentError that names every variable to mend. */
export async function readEnvironment(variables: NodeJS.ProcessEnv): Promise<Environment> {
	const { readEnvironment: read } = await import('./environment.ts');
	return read(variables);
}

async function open(variables: NodeJS.ProcessEnv): Promise<Opened> {
	const environment = await readEnvironment(variables);
	const clock = {
		now: () => Date.now(),
		random: Math.random,
		wait: (milliseconds: number) => setTimeout(milliseconds),
	};
	return { environment, mailer: pacedMailer(resendMailer(environment.resend), clock) };
}

/** Opens what one request is given. The environment is read once. Throws an EnvironmentError that names every variable to mend. */
export async function openServices(
	variables: NodeJS.ProcessEnv,
	options: Options,
): Promise<Services> {
	opened ??= await open(variables);
	const { deployContext, policy, afterResponse, log } = options;
	const { attack, resend: _, ...rest } = opened.environment;
	const now = () => Date.now();
	const store = storeOf(deployContext);
	return {
		...rest,
		issuer: { keys: rest.keys, context: deployContext, now, attack },
		store,
		mailer: watchedMailer(opened.mailer, { store, now, log }),
		confirms: rest.secrets.webhook !== undefined,
		policy,
		now,
		random: Math.random,
		afterResponse,
		log,
	};
}
