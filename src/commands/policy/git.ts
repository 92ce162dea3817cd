import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The branch that the site is built from. */
export const productionBranch = 'main';

/** What git prints for these arguments; undefined where it refuses or is not there. */
export async function git(root: string, ...args: readonly string[]): Promise<string | undefined> {
	try {
		const { stdout } = await run('git', [...args], {
			cwd: root,
			maxBuffer: 1 << 26,
		});
		return stdout.trimEnd();
	} catch {
		return undefined;
	}
}

/** The production branch as far as this clone knows it, fresh from the server where there is one; undefined without it. */
export async function productionRef(root: string): Promise<string | undefined> {
	const remotes = await git(root, 'remote');
	if (remotes === undefined) return undefined;
	const remote = remotes.split('\n').includes('origin');
	if (remote && (await git(root, 'fetch', '--quiet', 'origin', productionBranch)) === undefined)
		return undefined;
	const ref = remote ? `origin/${productionBranch}` : productionBranch;
	return (await git(root, 'rev-parse', '--verify', '--quiet', ref)) && ref;
}
