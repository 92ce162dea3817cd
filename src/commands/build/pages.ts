import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { held } from '#src/policies/held.ts';
import { inForce } from '#src/policies/versions/versions.ts';
import type { BuildData, PolicyVersion } from '#contact/shared/build-data.ts';
import { contentSecurityPolicy } from '#contact/responses/headers.ts';

/** Where the pages that the function fills stand before they are taken out of the site. */
export const templates = {
	form: 'contact/templates/form',
	sent: 'contact/templates/sent',
	refusal: 'contact/templates/refusal',
	notices: 'notices/templates/form',
	confirm: 'notices/templates/confirm',
} as const satisfies Record<keyof BuildData['pages'], string>;

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

/** The privacy policy that is in force on the day of the build, which Astro read just before. */
export function policyInForce(): PolicyVersion {
	const privacy = held().find(({ slug }) => slug === 'privacy');
	const edition = privacy && inForce(privacy);
	if (!edition) throw new Error('No privacy policy is in force on the day of the build');
	return { date: edition.date, sha256: edition.hash };
}

/** The titles of the policies that readers see, by their slugs. */
export const policyTitles = (): Record<string, string> =>
	Object.fromEntries(held().map(({ slug, title }) => [slug, title]));

/** Reads from a built site what the function is made with. */
export async function readPages(directory: string): Promise<BuildData> {
	const template = (path: string) => readFile(join(directory, path, 'index.html'), 'utf8');
	return {
		pages: {
			form: await template(templates.form),
			sent: await template(templates.sent),
			refusal: await template(templates.refusal),
			notices: await template(templates.notices),
			confirm: await template(templates.confirm),
		},
		contentSecurityPolicy: contentSecurityPolicy(await styleHashes(directory)),
		policies: policyTitles(),
		policy: policyInForce(),
	};
}
