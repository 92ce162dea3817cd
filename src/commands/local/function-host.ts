import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type { Context } from '@netlify/functions';
import type { Answer, Client } from './listen.ts';

/** The default export of a built function, as far as the local run uses it. */
export interface FunctionModule {
	readonly config?: {
		readonly path?: string | readonly string[];
		readonly excludedPath?: string | readonly string[];
		readonly method?: string | readonly string[];
		readonly preferStatic?: boolean;
	};
	fetch(request: Request, context: Context): Response | Promise<Response>;
}

export interface FunctionHost {
	readonly preferStatic: boolean;
	/**
	 * What answers the request, or nothing if the function's `config` does not claim its path and
	 * method.
	 */
	match(request: Request): Answer | undefined;
	/** Resolves when every promise given to `context.waitUntil` has settled, later ones included. */
	settled(): Promise<void>;
}

/**
 * Runs a function as Netlify does: routed by its `config`, given a `context`, its failures turned
 * into 500.
 */
export function hostFunction(module: FunctionModule): FunctionHost {
	const config = module.config ?? {};
	const paths = patterns(config.path);
	const excluded = patterns(config.excludedPath);
	const methods = list(config.method).map((method) => method.toUpperCase());
	const background = new Set<Promise<unknown>>();

	return {
		preferStatic: config.preferStatic ?? false,
		match(request) {
			if (methods.length > 0 && !methods.includes(request.method)) return undefined;
			const pathname = withoutTrailingSlash(new URL(request.url).pathname);
			if (excluded.some((pattern) => pattern.test({ pathname }))) return undefined;
			const matched = paths.map((pattern) => pattern.exec({ pathname })).find(Boolean);
			if (!matched) return undefined;
			const params = definedOnly(matched.pathname.groups);
			return (_request, client) => invoke(module, request, context(request, client, params));
		},
		async settled() {
			while (background.size > 0) await Promise.allSettled(background);
		},
	};

	function context(request: Request, client: Client, params: Record<string, string>): Context {
		return contextFor(request, {
			ip: visitorAddress(request, client),
			params,
			waitUntil(promise) {
				const kept = promise
					.catch((error: unknown) => console.error('Work after the answer failed:', error))
					.finally(() => background.delete(kept));
				background.add(kept);
			},
		});
	}
}

async function invoke(module: FunctionModule, request: Request, context: Context) {
	try {
		const response: unknown = await module.fetch(request, context);
		if (response instanceof Response) return response;
		throw new TypeError('The function returned something that is not a Response.');
	} catch (error) {
		console.error(`${request.method} ${context.url.pathname} failed:`, error);
		return new Response('The function failed; the terminal of the local run says why.\n', {
			status: 500,
			headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
		});
	}
}

/**
 * A test may be many visitors: the header that Netlify's edge sets is believed when it holds an
 * address.
 */
function visitorAddress(request: Request, client: Client): string {
	const told = request.headers.get('x-nf-client-connection-ip') ?? '';
	return isIP(told) ? told : client.ip;
}

function contextFor(request: Request, own: Pick<Context, 'ip' | 'params' | 'waitUntil'>): Context {
	return {
		...own,
		account: { id: '' },
		cookies: {
			get: () => absent('cookies'),
			set: () => absent('cookies'),
			delete: () => absent('cookies'),
		},
		deploy: { context: 'dev', id: '0', published: false },
		geo: {},
		json: (value) => Response.json(value),
		log: (...data) => console.log(...data),
		next: () => absent('next'),
		requestId: randomUUID(),
		rewrite: () => absent('rewrite'),
		server: { region: 'local' },
		site: {},
		url: new URL(request.url),
	};
}

function absent(name: string): never {
	throw new Error(`context.${name} is not part of the local run.`);
}

function patterns(paths: string | readonly string[] | undefined): URLPattern[] {
	return list(paths).map((path) => {
		const pathname = withoutTrailingSlash(path);
		return new URLPattern({ pathname }, { ignoreCase: true });
	});
}

function list(value: string | readonly string[] | undefined): readonly string[] {
	return typeof value === 'string' ? [value] : (value ?? []);
}

function withoutTrailingSlash(pathname: string): string {
	return pathname === '/' ? pathname : pathname.replace(/\/$/, '');
}

function definedOnly(groups: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(groups).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}
