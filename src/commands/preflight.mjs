// Runs a command of package.json with a Node that is new enough: the one that runs this file, or the one that
// `npm ci` brought. Plain JavaScript, because an older Node must be able to read it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const least = [24, 14, 1];
const leastVersion = `Node ${least.join('.')} or newer`;
const here = `${process.platform} on ${process.arch}`;

/** What `npm ci --omit=dev` leaves able to run. */
const production = ['build', 'enquiries', 'policy'].map((name) => `src/commands/${name}.ts`);

const path = (address) => fileURLToPath(new URL(`../../${address}`, import.meta.url));
const packages = JSON.parse(readFileSync(path('package.json'), 'utf8'));
const isInstalled = (name) => existsSync(path(`node_modules/${name}/package.json`));
const areInstalled = (dependencies) => Object.keys(dependencies).every(isInstalled);

function isNewEnough(version) {
	const parts = version.split('.').map(Number);
	const first = least.findIndex((part, index) => parts[index] !== part);
	return first < 0 || parts[first] > least[first];
}

const system = process.platform === 'win32' ? 'win' : process.platform;
const pinned = Object.keys(packages.optionalDependencies).find((name) =>
	name.endsWith(`-${system}-${process.arch}`),
);

/** The reason in one line why nothing can be run here, and what to do. */
function obstacle(command) {
	if (!areInstalled(packages.dependencies)) {
		return 'Not everything that this project needs is installed: run `npm ci` (other package managers do not read its lock file).';
	}
	if (pinned && !isInstalled(pinned)) {
		return 'Optional packages were left out, and the build needs them: run `npm ci` without --omit=optional.';
	}
	if (!production.includes(command[1]) && !areInstalled(packages.devDependencies)) {
		return 'This command needs the development packages too: run `npm ci --include=dev` (NODE_ENV=production leaves them out).';
	}
	if (!pinned && !isNewEnough(process.versions.node)) return noNode(`no package of it for ${here}`);
	return undefined;
}

const noNode = (reason) =>
	`This project needs ${leastVersion}; this is Node ${process.versions.node}, and there is ${reason}. ` +
	'Install Node 24 from https://nodejs.org or with a version manager (nvm install 24, fnm install 24).';

function nodePath() {
	if (isNewEnough(process.versions.node)) return process.execPath;
	return path(`node_modules/${pinned}/bin/node${system === 'win' ? '.exe' : ''}`);
}

/** Astro is not to report on its users, nor to ask for news of itself: the note of that restarts a server that starts. */
const quiet = { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' };

/** The environment in which `node` is this Node and the installed tools are found, for the command and all it starts. */
function environmentWith(node) {
	const name = Object.keys(process.env).find((key) => /^path$/i.test(key)) || 'PATH';
	const folders = [dirname(node), path('node_modules/.bin'), process.env[name]];
	return { ...process.env, ...quiet, [name]: folders.filter(Boolean).join(delimiter) };
}

function run([name, ...args]) {
	const node = nodePath();
	const child = spawn(name === 'node' ? node : name, args, {
		stdio: 'inherit',
		env: environmentWith(node),
		// The tools are scripts for a shell there.
		shell: system === 'win' && name !== 'node',
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => child.kill(signal));
	}
	endWithParent(child);
	child.on('error', ({ code }) => {
		const reason = `none in node_modules that starts here (${code})`;
		fail(
			name === 'node' ? noNode(reason) : `${name} did not start (${code}): run \`npm ci\` again.`,
		);
	});
	child.on('exit', (code, signal) => {
		if (signal === null) process.exit(code);
		process.removeAllListeners(signal);
		process.kill(process.pid, signal);
	});
}

/** npm signals the shell that it started, and not every shell passes that on before it ends. */
function endWithParent(child) {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		child.kill();
	}, 500);
}

function fail(message) {
	console.error(message);
	process.exit(1);
}

const command = process.argv.slice(2);
const reason = obstacle(command);
if (reason) fail(reason);
run(command);
