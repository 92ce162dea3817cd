import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HeadersHandler } from '@netlify/headers';
import { StaticHandler } from '@netlify/static';
import { methodNotAllowed } from './method-not-allowed.ts';

export interface StaticFiles {
	/** Opens the file a request names, if there is one that may be served. */
	find(request: Request): Promise<(() => Promise<Response>) | undefined>;
	/** Always answers: the file, the way to its address with a slash, or the page for 404. */
	answer(request: Request): Promise<Response>;
	/** The site's own page for what is not there, with status 404. */
	missing(request: Request): Promise<Response>;
	/** Adds what `netlify.toml` and `_headers` say about the request's path. */
	dress(request: Request, response: Response): Promise<Response>;
}

/** Instructions to the platform lie among the files; they are not for visitors. */
const HIDDEN: ReadonlySet<string> = new Set(['/_headers', '/_redirects']);

/** Serves a built site's folder as Netlify's CDN does; `root` is where `netlify.toml` lies. */
export function serveFiles(directory: string, root: string): StaticFiles {
	const files = new StaticHandler({ directory });
	const headers = new HeadersHandler({
		projectDir: root,
		publishDir: directory,
		configPath: join(root, 'netlify.toml'),
		logger: console,
	});
	return { find, answer, missing, dress };

	async function find(request: Request) {
		if (HIDDEN.has(new URL(request.url).pathname)) return undefined;
		const match = await files.match(request);
		return match && (() => match.handle());
	}

	async function answer(request: Request): Promise<Response> {
		const redirect = await toPage(request, directory);
		if (redirect) return dress(request, redirect);
		const open = await find(request);
		if (!open) return missing(request);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			return methodNotAllowed();
		}
		return conditional(request, await dress(request, await open()));
	}

	async function missing(request: Request): Promise<Response> {
		return dress(request, await notFound(directory));
	}

	async function dress(request: Request, response: Response): Promise<Response> {
		await headers.apply(request, response);
		return response;
	}
}

/**
 * Netlify gives each page one address: that of `page/index.html` ends with a slash and that of `page.html` does not.
 * The other one leads there.
 */
async function toPage(request: Request, directory: string): Promise<Response | undefined> {
	const { pathname, search } = new URL(request.url);
	const path = pathname.replace(/^\/+/, '/').replace(/\/+$/, '');
	const exists = (file: string) => isFile(join(directory, file));
	const isFolder = await exists(`${path}/index.html`);
	const wanted = isFolder ? `${path}/` : path;
	if (pathname === wanted || !(isFolder || (await exists(`${path}.html`)))) return undefined;
	return new Response(null, { status: 301, headers: { location: `${wanted}${search}` } });
}

async function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isFile(),
		() => false,
	);
}

async function notFound(directory: string): Promise<Response> {
	const page = await readFile(join(directory, '404.html')).catch(() => undefined);
	const type = page ? 'text/html' : 'text/plain';
	return new Response(page ?? 'There is no page here.\n', {
		status: 404,
		headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
	});
}

async function conditional(request: Request, response: Response): Promise<Response> {
	const body = await response.bytes();
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	const headers = new Headers(response.headers);
	headers.set('etag', etag);
	const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	if (known.includes(etag) || known.includes('*')) {
		return new Response(null, { status: 304, headers });
	}
	headers.set('content-length', String(body.length));
	return new Response(request.method === 'HEAD' ? null : body, { headers });
}
