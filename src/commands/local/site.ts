import { join } from 'node:path';
import { RedirectsHandler } from '@netlify/redirects';
import { plain } from '#contact/responses/plain.ts';
import { type FunctionModule, hostFunction } from './function-host.ts';
import type { Answer } from './listen.ts';
import { type StaticFiles, serveFiles } from './static-files.ts';

export interface Site {
	readonly fetch: Answer;
	/** Resolves when all the work that the function does after its answers is done. */
	settled(): Promise<void>;
}

/**
 * Serves a built site and its one function as Netlify does: the function's paths first, then
 * redirects, then files, then the page for 404. Header rules reach files only. `directory` holds
 * the built files and `root` (the working directory if absent) `netlify.toml`.
 */
export function createSite(site: {
	directory: string;
	functionModule: FunctionModule;
	root?: string;
}): Site {
	const root = site.root ?? process.cwd();
	const host = hostFunction(site.functionModule);
	const files = serveFiles(site.directory, root);
	const redirect = redirects(site.directory, root, files);

	return { fetch, settled: host.settled };

	async function fetch(...[request, client]: Parameters<Answer>): Promise<Response> {
		if (!isDecodable(request)) return plain(400, 'The address cannot be read.');
		const run = host.match(request);
		if (run && !(host.preferStatic && (await files.find(request)))) return run(request, client);
		return (await redirect(request)) ?? files.answer(request);
	}
}

function redirects(directory: string, root: string, files: StaticFiles) {
	const handler = new RedirectsHandler({
		configPath: join(root, 'netlify.toml'),
		configRedirects: [],
		jwtRoleClaim: '',
		jwtSecret: '',
		notFoundHandler: files.missing,
		projectDir: root,
		publicDir: directory,
	});
	return async (request: Request): Promise<Response | undefined> => {
		const match = await handler.match(request);
		const shadowed = match && !match.force && (await files.find(request));
		if (!match || shadowed) return undefined;
		const found = await handler.handle(request, match, files.find);
		if (!found || match.redirect || match.external) return found;
		// The library answers 200 whatever status the rule gives to its page.
		const { body, headers } = found;
		return files.dress(request, new Response(body, { headers, status: match.statusCode }));
	};
}

/** The rules' matcher throws on addresses such as `/%zz`. */
function isDecodable(request: Request): boolean {
	try {
		return Boolean(decodeURIComponent(new URL(request.url).pathname));
	} catch {
		return false;
	}
}
