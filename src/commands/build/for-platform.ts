import { mkdir, writeFile } from 'node:fs/promises';
import { functionEntry } from './bundle-function.ts';
import { buildSite } from './site.ts';
import { writeStamp } from './stamp.ts';

/** Builds the site into dist/ and its function, as the platform ships them. */
export async function buildForPlatform(): Promise<void> {
	const { buildData, bytes } = await buildSite({ directory: 'dist', functionEntry });
	// For the tests, which fill the same pages.
	await mkdir('.netlify', { recursive: true });
	await writeFile('.netlify/build-data.json', JSON.stringify(buildData));
	await writeStamp();
	console.log(`Built the site in dist/ and its function, ${bytes.toLocaleString('en-GB')} bytes.`);
}
