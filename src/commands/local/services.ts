import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { plain } from '#contact/responses/plain.ts';
import { createBlobStore } from './store/blob-store.ts';
import { type Environment, hasMailProvider, prepareEnvironment } from './environment.ts';
import { type Answer, listen } from './listen.ts';
import { createMailbox, MAILBOX_PATH, type Mailbox } from './mailbox/mailbox.ts';

export interface ServiceOptions {
	/** Where blobs, mails and the key are kept from one run to the next. */
	readonly stateDirectory: string;
	/** What the function reads; completed here, and put back by `close`. */
	readonly env?: Environment;
}

/** What stands in for the outside world, and the environment that leads the function to it. */
export interface Services {
	/** Absent where the caller's environment names another mail provider. */
	readonly mailbox: Mailbox | undefined;
	/** The origin of the blob store. */
	readonly storeUrl: string;
	/** Stops everything and puts the environment back. */
	close(): Promise<void>;
}

/** Starts a blob store and a mailbox on a port of their own and tells the environment of them. */
export async function startServices({
	stateDirectory,
	env = process.env,
}: ServiceOptions): Promise<Services> {
	await using started = new AsyncDisposableStack();
	const token = randomUUID();
	const store = createBlobStore({ directory: stateDirectory, token });
	started.defer(store.close);
	const mailbox = createMailbox({ file: join(stateDirectory, 'mails.sqlite') });
	started.defer(mailbox.close);
	const { url, close } = await listen(beside(mailbox, store.fetch), { port: 0 });
	started.defer(close);
	const isMailKept = !hasMailProvider(env);
	started.defer(
		prepareEnvironment(env, {
			storeUrl: url,
			storeToken: token,
			mailApiUrl: `${url}${MAILBOX_PATH}/api`,
			keyFile: join(stateDirectory, 'challenge-key'),
		}),
	);
	const running = started.move();
	return {
		mailbox: isMailKept ? mailbox : undefined,
		storeUrl: url,
		close: () => running.disposeAsync(),
	};
}

/** The mailbox, if there is one, under its own path; the other everywhere else. */
export const withMailbox = ({ mailbox }: Services, other: Answer): Answer =>
	mailbox ? beside(mailbox, other) : other;

/** The names of this machine. A page elsewhere whose own name leads here (DNS rebinding) asks under another. */
const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

function beside(mailbox: Mailbox, other: Answer): Answer {
	return async (request, client) => {
		const { pathname, hostname } = new URL(request.url);
		const isMailbox = pathname === MAILBOX_PATH || pathname.startsWith(`${MAILBOX_PATH}/`);
		if (!isMailbox) return other(request, client);
		if (ownNames.includes(hostname)) return mailbox.fetch(request);
		return plain(403, `The mailbox is shown at ${ownNames.join(', ')} only.`);
	};
}
