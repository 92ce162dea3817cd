import { listen } from '#src/commands/local/listen.ts';
import { createSite } from '#src/commands/local/site.ts';
import { contact } from '#src/forms/contact.ts';
import { notices } from '#src/forms/notices.ts';
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
			path: [contact.challenge, contact.action, contact.sent, notices.action, notices.confirm],
		},
		fetch: (request: Request, { ip }: { ip: string }) => app.respond(request, ip),
	};
	const site = createSite({ directory: 'dist', functionModule });
	const { url, close } = await listen(site.fetch, { port: 0 });
	return { url, app, close };
}
