import { listen } from './listen.ts';
import { loadFunction } from './load-function.ts';
import { MAILBOX_PATH } from './mailbox.ts';
import { type ServiceOptions, startServices, withMailbox } from './services.ts';
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

export interface LocalRunOptions extends ServiceOptions {
	/** 0 takes any free port. */
	readonly port: number;
	/** The module that the build made of the function. */
	readonly functionEntry: string;
	/** The built site. */
	readonly directory?: string;
	/** Where `netlify.toml` lies. */
	readonly root?: string;
}

/**
 * Runs the built site with its function, a blob store and a mailbox on this machine, without any
 * account or key.
 */
export async function startLocal(options: LocalRunOptions): Promise<LocalRun> {
	const { port, directory = 'dist', root = process.cwd() } = options;
	await using started = new AsyncDisposableStack();
	// Services outlive the site's port: work after an answer needs them.
	const services = await startServices(options);
	started.defer(services.close);
	const functionModule = await loadFunction(options.functionEntry);
	const site = createSite({ directory, functionModule, root });
	started.defer(site.settled);
	const web = await listen(withMailbox(services, site.fetch), { port });
	started.defer(web.close);

	const running = started.move();
	return {
		url: web.url,
		mailboxUrl: services.mailbox ? `${web.url}${MAILBOX_PATH}/` : undefined,
		storeUrl: services.storeUrl,
		close: () => running.disposeAsync(),
	};
}
