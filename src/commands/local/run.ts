import { reservePort, type ReservedPort } from './listen.ts';
import type { FunctionModule } from './function-host.ts';
import { loadFunction } from './load-function.ts';
import { MAILBOX_PATH } from './mailbox/mailbox.ts';
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
	/** The number of a port (0 takes any free one), or a port that is reserved already. */
	readonly port: number | ReservedPort;
	/** The module that the build made of the function. */
	readonly functionEntry: string;
	/** What loads it; as a built module if absent. */
	readonly load?: (entry: string) => Promise<FunctionModule>;
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
	const { directory = 'dist', root = process.cwd(), load = loadFunction } = options;
	await using started = new AsyncDisposableStack();
	const port =
		typeof options.port === 'number' ? await reservePort({ port: options.port }) : options.port;
	started.defer(port.close);
	// Services outlive the site's answers: work after an answer needs them.
	const services = await startServices(options);
	started.defer(services.close);
	const functionModule = await load(options.functionEntry);
	const site = createSite({ directory, functionModule, root });
	started.defer(site.settled);
	started.defer(port.close);
	port.serve(withMailbox(services, site.fetch));

	const running = started.move();
	return {
		url: port.url,
		mailboxUrl: services.mailbox ? `${port.url}${MAILBOX_PATH}/` : undefined,
		storeUrl: services.storeUrl,
		close: () => running.disposeAsync(),
	};
}
