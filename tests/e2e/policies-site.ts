import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { noticeFile } from '#src/policies/notices/archive.ts';

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

/** A policy of one version and one clause, which names no address. */
async function addPolicy(folder: string, title: string, announced?: string): Promise<void> {
	await mkdir(folder);
	const description = 'A policy that is made of files alone, with no address of anybody in it.';
	const clauses = 'clauses:\n  about: { since: "2027-03-01" }\n';
	const facts = `title: ${title}\ndescription: ${description}\nleadTimeDays: 30\n${clauses}`;
	await writeFile(join(folder, 'policy.yaml'), facts);
	const told = announced ? `\nannounced: "${announced}"` : '';
	const text = `---\nkind: first${told}\n---\n\n## About {/* #about */}\n\nPlease be kind.\n`;
	await writeFile(join(folder, '2027-03-01.mdx'), text);
}

/** A notice as it was sent. */
export const sentNotice = {
	sent: '2025-12-01',
	subject: 'Our reading room rules will change on 5 January 2026',
	text: [
		'From 5 January 2026, a new version applies.',
		'– One thing.\n– Another.',
		'## 3 Borrowing',
	],
} as const;

/** The policies of the tests in a folder of their own, with one that nobody has to keep to yet and one that is a draft. */
async function corpusWithMore(): Promise<string> {
	const folder = join(await mkdtemp(join(tmpdir(), 'sources-')), 'policies');
	await cp('tests/corpus', folder, { recursive: true });
	await cp('tests/corpus.lock.json', `${folder}.lock.json`);
	const file = noticeFile(folder, 'reading-room', '2026-01-05');
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, JSON.stringify(sentNotice));
	await addPolicy(join(folder, 'upcoming-visits'), 'Visits policy', '2026-11-20');
	await addPolicy(join(folder, 'wanted-manners'), 'Manners code');
	return folder;
}

/**
 * Builds the policies of the tests as a preview on 23 November 2026, drafts included, and serves them. There are two
 * policies more: `upcoming-visits`, announced and not in force, and `wanted-manners`, a draft.
 */
export async function previewOfCorpus(policies?: string): Promise<Site> {
	// Builds into folders of the project keep apart what Astro writes on the way; others share one place for it.
	await mkdir('.netlify/previews', { recursive: true });
	const folder = resolve(await mkdtemp('.netlify/previews/policies-'));
	const sources = policies ?? (await corpusWithMore());
	const astro = 'node_modules/astro/bin/astro.mjs';
	await promisify(execFile)(process.execPath, [astro, 'build', '--outDir', folder], {
		env: {
			...process.env,
			...{ POLICY_FOLDER: sources, POLICY_TODAY: '2026-11-23', CONTEXT: 'deploy-preview' },
		},
	});
	const site = await serve(folder);
	const close = async () => {
		await site.close();
		await rm(folder, { recursive: true });
		// A folder that was given belongs to whoever gave it.
		if (policies === undefined) await rm(dirname(sources), { recursive: true });
	};
	return { ...site, close };
}
