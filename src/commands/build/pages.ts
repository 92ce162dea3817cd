import { privacySlug } from '#src/policies/versions/addresses.ts';
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FormId, formIds } from '#src/forms/addresses.ts';
import { held } from '#src/policies/held.ts';
import { inForce } from '#src/policies/versions/versions.ts';
import type { BuildData, PolicyVersion } from '#contact/shared/build-data.ts';
import { contentSecurityPolicy } from '#contact/responses/headers.ts';

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
	const privacy = held().find(({ slug }) => slug === privacySlug);
	const edition = privacy && inForce(privacy);
	if (!edition) throw new Error('No privacy policy is in force on the day of the build');
	return { date: edition.date, sha256: edition.hash };
}

/** Where the pages that the function fills stand, each under the page that it belongs to, before they are taken out of the site. */
export const templateFolders = [...formIds, 'notices'].map((page) => `${page}/templates`);

/** Reads the pages that the function fills, of which `template` gives each by its address. */
export async function readTemplates(
	template: (address: string) => Promise<string>,
): Promise<BuildData['pages']> {
	const ofForm = async (id: FormId) => ({
		form: await template(`/${id}/templates/form/`),
		sent: await template(`/${id}/templates/sent/`),
	});
	return {
		forms: { contact: await ofForm('contact'), 'your-data': await ofForm('your-data') },
		refusal: await template('/contact/templates/refusal/'),
		notices: await template('/notices/templates/form/'),
		confirm: await template('/notices/templates/confirm/'),
	};
}

/** The titles of the policies that readers see, by their slugs. */
export const policyTitles = (): Record<string, string> =>
	Object.fromEntries(held().map(({ slug, title }) => [slug, title]));

/** Reads from a built site what the function is made with. */
export async function readPages(directory: string): Promise<BuildData> {
	return {
		pages: await readTemplates((address) =>
			readFile(join(directory, address, 'index.html'), 'utf8'),
		),
		contentSecurityPolicy: contentSecurityPolicy(await styleHashes(directory)),
		policies: policyTitles(),
		policy: policyInForce(),
	};
}
