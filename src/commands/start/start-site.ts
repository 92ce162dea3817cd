import { join } from 'node:path';
import { closeOnSignal } from '../local/close-on-signal.ts';
import { instanceDirectory, readPort } from '../local/instance.ts';
import { reservePort } from '../local/listen.ts';
import { startLocal } from '../local/run.ts';

/** Builds everything and serves it on this machine until Ctrl-C. */
export async function startSite(): Promise<void> {
	const port = await reservePort({ port: readPort(process.env) });
	// Loaded late, because it takes seconds and the port is to be known at once.
	const { buildSite } = await import('../build/site.ts');
	const stateDirectory = instanceDirectory(port.port);
	const built = {
		directory: join(stateDirectory, 'site'),
		functionEntry: join(stateDirectory, 'function/contact/contact.mjs'),
	};
	await buildSite({ ...built, cacheDirectory: join(stateDirectory, 'cache') });
	const local = await startLocal({ ...built, port, stateDirectory });
	console.log(
		`\n  The site      ${local.url}/\n  Its mailbox   ${local.mailboxUrl}\n\nCtrl-C ends it.`,
	);
	closeOnSignal(local.close);
}
