import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'astro';
import { bundleFunction } from './build/bundle-function.ts';
import { readPages } from './build/pages.ts';
import { writeHeaders } from './build/headers.ts';
import { writeStamp } from './build/stamp.ts';

/** Builds the site, then the function with the pages that it fills, then the headers of both. */
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await build({ logLevel: 'warn' });
const buildData = await readPages('dist');
await rm('dist/contact/templates', { recursive: true });
await writeHeaders('dist', buildData.contentSecurityPolicy);
// For the tests, which fill the same pages.
await mkdir('.netlify', { recursive: true });
await writeFile('.netlify/build-data.json', JSON.stringify(buildData));
const bytes = await bundleFunction(buildData);
await writeStamp();
console.log(`Built the site in dist/ and its function, ${bytes.toLocaleString('en-GB')} bytes.`);
