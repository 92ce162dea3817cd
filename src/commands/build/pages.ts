import { createHash } from 'node:crypto';
import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Built } from '../../../netlify/functions/contact/built.ts';
import { contentSecurityPolicy } from '../../../netlify/functions/contact/headers.ts';

const style = /<style[^>]*>([\s\S]*?)<\/style>/g;

const hash = (text: string): string =>
	`sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The hash of every style sheet that stands in a page, each once, in a fixed order. */
async function styleHashes(directory: string): Promise<readonly string[]> {
	const hashes = new Set<string>();
	for await (const file of glob('**/*.html', { cwd: directory })) {
		const page = await readFile(join(directory, file), 'utf8');
		for (const [, sheet] of page.matchAll(style)) hashes.add(hash(sheet ?? ''));
	}
	return [...hashes].sort();
}

/** The effective date of the privacy policy in force: the newest that is not after today in the UK. */
async function policyInForce(): Promise<string> {
	const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
	const files = await readdir('src/content/policies/privacy');
	const dates = files.flatMap((file) => /^(\d{4}-\d\d-\d\d)\.mdx$/.exec(file)?.[1] ?? []);
	const newest = dates
		.filter((date) => date <= today)
		.sort()
		.at(-1);
	if (newest === undefined) throw new Error('No privacy policy is in force today');
	return newest;
}

/** Reads from a built site what the function is made with. */
export async function readPages(directory: string): Promise<Built> {
	const template = (name: string) =>
		readFile(join(directory, 'contact/templates', name, 'index.html'), 'utf8');
	return {
		pages: {
			form: await template('form'),
			sent: await template('sent'),
			refusal: await template('refusal'),
		},
		contentSecurityPolicy: contentSecurityPolicy(await styleHashes(directory)),
		policy: await policyInForce(),
	};
}
