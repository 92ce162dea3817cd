import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** One Node and one npm, as a machine may have them. */
export interface Toolchain {
	/** Their exact versions. */
	readonly node: string;
	readonly npm: string;
	/** An environment in which they, and not those that run this, are found. */
	readonly environment: NodeJS.ProcessEnv;
}

/** A package from the registry in a folder of its own; gives that of the package. */
async function install(root: string, name: string, version: string): Promise<string> {
	const folder = join(root, `${name} ${version}`);
	await mkdir(folder, { recursive: true });
	const args = ['install', '--no-save', '--no-audit', '--prefix', folder, `${name}@${version}`];
	await promisify(execFile)('npm', args);
	return join(folder, 'node_modules', name);
}

/** What this was started with, less what npm told it about the project. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
	const outer = Object.entries(process.env).filter(
		([name]) => !/^npm_(package|lifecycle|command|execpath|node_execpath)|^NODE_ENV$/.test(name),
	);
	const path = [folder, process.env.PATH].join(delimiter);
	return { ...Object.fromEntries(outer), PATH: path };
}

/**
 * Installs a Node and an npm below `root` by their versions or ranges of them. Rejects where the registry has no such
 * Node for this machine.
 */
export async function toolchain(
	root: string,
	{ node, npm }: { readonly node: string; readonly npm: string },
): Promise<Toolchain> {
	const nodeFolder = await install(root, `node-${process.platform}-${process.arch}`, node);
	const npmFolder = await install(root, 'npm', npm);
	const folder = join(root, `bin ${node} ${npm}`);
	await mkdir(folder, { recursive: true });
	await symlink(join(nodeFolder, 'bin/node'), join(folder, 'node'));
	for (const name of ['npm', 'npx']) {
		await symlink(join(npmFolder, `bin/${name}-cli.js`), join(folder, name));
	}
	const environment = environmentOf(folder);
	const versionOf = async (command: string) => {
		const { stdout } = await promisify(execFile)(command, ['--version'], { env: environment });
		return stdout.trim().replace(/^v/, '');
	};
	return { node: await versionOf('node'), npm: await versionOf('npm'), environment };
}
