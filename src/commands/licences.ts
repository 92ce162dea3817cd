import { readFileSync } from 'node:fs';
import { licencesOf, refused } from './licences/licences.ts';

/** Lists the licences of all packages in the lock file: `npm run licences`. Fails on one that nobody has agreed to. */
const licences = licencesOf(JSON.parse(readFileSync('package-lock.json', 'utf8')));
for (const [licence, packages] of licences) {
	console.log(`${licence} (${packages.length})\n  ${packages.join(', ')}\n`);
}
const strange = refused(licences);
if (strange.length > 0) {
	console.error(`Not agreed to: ${strange.join('; ')}. If it may be used, add it to the list.`);
	process.exitCode = 1;
}
