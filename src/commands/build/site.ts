import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import type { BuildData } from '#contact/shared/build-data.ts';
import { company } from '#src/company.ts';
import { formIds } from '#src/forms/addresses.ts';
import { formOf } from '#src/forms/forms.ts';
import { notices } from '#src/forms/notices.ts';
import { Problem } from '../local/problem.ts';
import { bundleFunction } from './bundle-function.ts';
import { writeHeaders } from './headers.ts';
import { addIntegrity } from './integrity.ts';
import { deadLinks, deadLinksInWords } from './links-in-pages.ts';
import { readPages, templateFolders } from './pages.ts';
import { keepWhole } from './unbroken.ts';

/** Where a build goes: the folder of the site's files, and the function's entry. */
export interface Destination {
	readonly directory: string;
	readonly functionEntry: string;
	/** Where Astro keeps what the next build may use again; its own place unless given. */
	readonly cacheDirectory?: string;
}

/**
 * Builds the site, then the function with the pages that it fills, then the headers of both. Returns what the function
 * was made with, and its size in bytes. Throws a Problem where a link of the finished site leads nowhere.
 */
export async function buildSite({
	directory,
	functionEntry,
	cacheDirectory,
}: Destination): Promise<{ buildData: BuildData; bytes: number }> {
	await build({
		logLevel: 'warn',
		outDir: directory,
		...(cacheDirectory && { cacheDir: cacheDirectory }),
	});
	await addIntegrity(directory);
	await keepWhole(directory);
	const buildData = await readPages(directory);
	for (const folder of templateFolders) await rm(join(directory, folder), { recursive: true });
	const sending = formIds.map(formOf).flatMap(({ action, sent }) => [action, sent]);
	const others = [...sending, notices.action];
	const dead = deadLinks(directory, { site: company.site, others });
	if (dead.length > 0) throw new Problem(deadLinksInWords(dead));
	await writeHeaders(directory, buildData.contentSecurityPolicy);
	return { buildData, bytes: await bundleFunction(buildData, functionEntry) };
}
