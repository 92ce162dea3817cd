import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityHeaders } from '#contact/responses/headers.ts';

/** What other sites may read, and the types that the platform would not guess. */
const feeds = [
	{ path: '/feed.xml', type: 'application/atom+xml; charset=utf-8' },
	{ path: '/:policy/feed.xml', type: 'application/atom+xml; charset=utf-8' },
	{ path: '/feed.json', type: 'application/feed+json; charset=utf-8' },
	{ path: '/:policy/feed.json', type: 'application/feed+json; charset=utf-8' },
];

/** What browsers may fetch before it is asked for; the pages' header names it, because no script stands in a page. */
const speculationRules = '/speculation-rules.json';

const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
	[path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** Writes the platform's header rules for the files of a built site. */
export async function writeHeaders(directory: string, policy: string): Promise<void> {
	const rules = [
		rule('/*', { ...securityHeaders(policy), 'speculation-rules': `"${speculationRules}"` }),
		rule(speculationRules, {
			'content-type': 'application/speculationrules+json',
			'cache-control': 'public, max-age=86400',
		}),
		rule('/_astro/*', { 'cache-control': 'public, max-age=31536000, immutable' }),
		...feeds.map(({ path, type }) =>
			rule(path, { 'content-type': type, 'cross-origin-resource-policy': 'cross-origin' }),
		),
	];
	await writeFile(join(directory, '_headers'), `${rules.join('\n\n')}\n`);
}
