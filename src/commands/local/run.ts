import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createBlobStore } from './blob-store.ts';
import { type Environment, hasMailProvider, prepareEnvironment } from './environment.ts';
import { type Answer, listen } from './listen.ts';
import { loadFunction } from './load-function.ts';
import { createMailbox, MAILBOX_PATH, type Mailbox } from './mailbox.ts';
import { createSite } from './site.ts';

export interface LocalRun {
	/** The site's origin, without a trailing slash. */
	readonly url: string;
	/**
	 * The page that shows the mails; absent where the caller's environment names another mail
	 * provider.
	 */
	readonly mailboxUrl: string | undefined;
	/** The origin of the blob store. */
	readonly storeUrl: string;
	/** Finishes what is under way, mails too, stops everything and puts the environment back. */
	close(): Promise<void>;
}

export interface LocalRunOptions {
	/** 0 takes any free port. */
	readonly port: number;
	/** The module that the build made of the function. */
	readonly functionEntry: string;
	/** The built site. */
	readonly directory?: string;
	/** Where blobs, mails and the key are kept from one run to the next. */
	readonly stateDirectory?: string;
	/** Where `netlify.toml` lies. */
	readonly root?: string;
	/** What the function reads; completed here, and put back by `close`. */
	readonly env?: Environment;
}

/**
 * Runs the built site with its function, a blob store and a mailbox on this machine, without any
 * account or key.
 */
export async function startLocal(options: LocalRunOptions): Promise<LocalRun> {
	const {
		port,
		directory = 'dist',
		stateDirectory = '.netlify/local',
		env = process.env,
	} = options;
	await using started = new AsyncDisposableStack();

	const token = randomUUID();
	const store = createBlobStore({ directory: stateDirectory, token });
	started.defer(store.close);
	const mailbox = createMailbox({ file: join(stateDirectory, 'mail.jsonl') });
	// They have a port of their own, so that they outlive the site's: work after an answer needs
	// them.
	const services = await listen(beside(mailbox, store.fetch), { port: 0 });
	started.defer(services.close);

	const isMailKept = !hasMailProvider(env);
	started.defer(
		prepareEnvironment(env, {
			storeUrl: services.url,
			storeToken: token,
			mailApiUrl: `${services.url}${MAILBOX_PATH}/api`,
			keyFile: join(stateDirectory, 'challenge-key'),
		}),
	);
	const functionModule = await loadFunction(options.functionEntry);
	const site = createSite({ directory, functionModule, root: options.root ?? process.cwd() });
	started.defer(site.settled);
	const web = await listen(isMailKept ? beside(mailbox, site.fetch) : site.fetch, { port });
	started.defer(web.close);

	const running = started.move();
	return {
		url: web.url,
		mailboxUrl: isMailKept ? `${web.url}${MAILBOX_PATH}/` : undefined,
		storeUrl: services.url,
		close: () => running.disposeAsync(),
	};
}

/** The mailbox under its own path, the other everywhere else. */
function beside(mailbox: Mailbox, other: Answer): Answer {
	return async (request, client) => {
		const { pathname } = new URL(request.url);
		const isMailbox = pathname === MAILBOX_PATH || pathname.startsWith(`${MAILBOX_PATH}/`);
		return isMailbox ? mailbox.fetch(request) : other(request, client);
	};
}
