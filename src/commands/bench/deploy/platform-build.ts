import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The platform's own build and what unpacks its archives, in the versions that were tried. They are no part of this project. */
const packages = ['@netlify/build@35', 'extract-zip@2'];

/** What the platform would put on line: the folder of pages, and the entry of the function as its runtime loads it. */
export interface Deployment {
	readonly root: string;
	readonly directory: string;
	readonly entry: string;
}

/**
 * Builds the last commit as the platform does: a fresh clone, `npm ci`, then the platform's build with `netlify.toml`.
 * Everything stays in `folder`. Throws when a step fails.
 */
export function buildOnPlatform(folder: string): Deployment {
	const [platform, root, unpacked] = ['platform', 'clone', 'function'].map((name) =>
		join(folder, name),
	) as [string, string, string];
	mkdirSync(platform);
	const take = (name: string, args: readonly string[], cwd: string): void => {
		console.log(`${name} ${args.join(' ')}`.replaceAll(folder, '…'));
		execFileSync(name, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
	};
	take('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], platform);
	take('git', ['clone', '--quiet', process.cwd(), root], folder);
	take('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
	const tool = (name: string): string => join(platform, 'node_modules/.bin', name);
	take(tool('netlify-build'), ['--offline', '--cwd', root, '--nodePath', process.execPath], root);
	take(tool('extract-zip'), [join(root, '.netlify/functions/contact.zip'), unpacked], folder);
	const entry = join(unpacked, '___netlify-entry-point.mjs');
	return { root, directory: join(root, 'dist'), entry };
}
