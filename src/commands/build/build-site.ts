import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'astro';
import { company } from '#src/company.ts';
import { contact } from '#src/forms/contact.ts';
import { bundleFunction } from './bundle-function.ts';
import { deadLinks, deadLinksInWords } from './links-in-pages.ts';
import { readPages } from './pages.ts';
import { writeHeaders } from './headers.ts';
import { writeStamp } from './stamp.ts';

/** Builds the site, then the function with the pages that it fills, then the headers of both; false where a link leads nowhere. */
export async function buildSite(): Promise<boolean> {
	await build({ logLevel: 'warn' });
	const buildData = await readPages('dist');
	await rm('dist/contact/templates', { recursive: true });
	const dead = deadLinks('dist', { site: company.site, others: [contact.action, contact.sent] });
	if (dead.length > 0) {
		console.error(deadLinksInWords(dead));
		return false;
	}
	await writeHeaders('dist', buildData.contentSecurityPolicy);
	// For the tests, which fill the same pages.
	await mkdir('.netlify', { recursive: true });
	await writeFile('.netlify/build-data.json', JSON.stringify(buildData));
	const bytes = await bundleFunction(buildData);
	await writeStamp();
	console.log(`Built the site in dist/ and its function, ${bytes.toLocaleString('en-GB')} bytes.`);
	return true;
}
