import { listen } from '#src/commands/local/listen.ts';
import { createSite } from '#src/commands/local/site.ts';
import { formIds } from '#src/forms/addresses.ts';
import { notices } from '#src/forms/notices.ts';
import { formPaths } from '#contact/routes/form-at.ts';
import { TestApp } from './fakes.ts';

/** The built site over HTTP with a test app behind its function, so that its clock, its mails and its failures are at hand. */
export interface AppSite {
	/** Origin without a trailing slash. */
	readonly url: string;
	readonly app: TestApp;
	close(): Promise<void>;
}

/** Serves the built site on a free port. A visitor's address is what `X-NF-Client-Connection-IP` says, if sent. */
export async function serveApp(app = new TestApp()): Promise<AppSite> {
	const functionModule = {
		config: {
			path: [
				...formIds.flatMap((id) => Object.values(formPaths(id))),
				notices.action,
				notices.confirm,
			],
		},
		fetch: (request: Request, { ip }: { ip: string }) => app.respond(request, ip),
	};
	const site = createSite({ directory: 'dist', functionModule });
	const { url, close } = await listen(site.fetch, { port: 0 });
	return { url, app, close };
}
