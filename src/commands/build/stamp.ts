import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const file = '.netlify/build-stamp';

/** What the build is made of, from the project's root; the commands are not, but for the build's own. */
const inputs = [
	'src/*.ts',
	'src/{components,content,forms,layouts,pages,policies,styles}/**/*.*',
	'src/commands/build/**/*.ts',
	'src/commands/build.ts',
	'netlify/**/*.ts',
	'public/**/*.*',
	'astro.config.mjs',
	'package-lock.json',
];

/** A SHA-256 over the paths and contents of everything that the build of a project in `root` is made of, in hex. */
function stampOf(root: string): string {
	const hash = createHash('sha256');
	for (const path of globSync(inputs, { cwd: root }).toSorted()) {
		// The name of a folder may hold a dot too, as that of a route does.
		if (!statSync(join(root, path)).isFile()) continue;
		hash
			.update(`${path}\n`)
			.update(readFileSync(join(root, path)))
			.update('\n');
	}
	return hash.digest('hex');
}

/** Notes what the build in `root` was made of. */
export async function writeStamp(root = '.'): Promise<void> {
	const path = join(root, file);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, stampOf(root));
}

/** Whether the build in `root` was made of what is there now. */
export async function isFresh(root = '.'): Promise<boolean> {
	const noted = await readFile(join(root, file), 'utf8').catch(() => undefined);
	return noted === stampOf(root);
}
