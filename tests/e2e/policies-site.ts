import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

/** A folder of pages that is being served. */
export interface Site {
	readonly folder: string;
	/** Where it is served, without a slash at the end. */
	readonly origin: string;
	readonly close: () => Promise<void>;
}

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.xml': 'application/xml',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/** Serves a folder of pages on a free port. */
export async function serve(folder: string): Promise<Site> {
	const server = createServer(async ({ url = '/' }, response) => {
		const { pathname } = new URL(url, 'http://localhost');
		const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
		const bytes = await readFile(file).catch(() => undefined);
		response.writeHead(bytes ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/plain' });
		response.end(bytes);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	if (!address || typeof address === 'string') throw new Error('The server has no port');
	const close = () => new Promise<void>((closed) => server.close(() => closed()));
	return { folder, origin: `http://127.0.0.1:${address.port}`, close };
}

/** Builds the policies of the tests, or of another folder, as a preview on 23 November 2026, drafts included, and serves them. */
export async function previewOfCorpus(policies = 'tests/corpus'): Promise<Site> {
	const folder = await mkdtemp(join(tmpdir(), 'policies-'));
	const astro = 'node_modules/astro/bin/astro.mjs';
	await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', folder], {
		env: {
			...process.env,
			...{ POLICY_FOLDER: policies, POLICY_TODAY: '2026-11-23', CONTEXT: 'deploy-preview' },
		},
	});
	const site = await serve(folder);
	const close = async () => {
		await site.close();
		await rm(folder, { recursive: true });
	};
	return { ...site, close };
}
