import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';

const preflight = resolve('src/commands/preflight.mjs');

/** Makes the Node that runs the preflight look as this one. */
const posing = (process: Readonly<Record<string, unknown>>) => {
	const properties = Object.entries(process).map(
		([name, value]) =>
			`Object.defineProperty(process, '${name}', { value: ${JSON.stringify(value)} });`,
	);
	return ['--import', `data:text/javascript,${encodeURIComponent(properties.join(''))}`];
};
const old = { versions: { ...process.versions, node: '20.19.0' } };

const start = (command: readonly string[], { as = {}, file = preflight } = {}) =>
	spawn(process.execPath, [...posing(as), file, ...command], {
		cwd: join(dirname(file), '../..'),
		stdio: ['ignore', 'pipe', 'pipe'],
	});

async function endOf(child: ReturnType<typeof start>) {
	const [[code, signal], out, said] = await Promise.all([
		once(child, 'exit'),
		text(child.stdout),
		text(child.stderr),
	]);
	return { code, signal, out: out.trim(), said: said.trim() };
}

const run = (...given: Parameters<typeof start>) => endOf(start(...given));

test.describe('a command', () => {
	test('gets its arguments as they are', async () => {
		const script = 'console.log(JSON.stringify(process.argv.slice(1)))';
		const { out } = await run(['node', '-e', script, '--', 'a b', '"$HOME"', '', '*']);
		expect(JSON.parse(out)).toEqual(['a b', '"$HOME"', '', '*']);
	});

	test('gives its exit code', async () => {
		expect(await run(['node', '-e', 'process.exit(7)'])).toMatchObject({ code: 7, signal: null });
	});

	test('that dies of a signal is not taken for one that ended well', async () => {
		const { code, signal } = await run(['node', '-e', 'process.kill(process.pid, "SIGTERM")']);
		expect([code, signal]).toEqual([null, 'SIGTERM']);
	});

	test('runs with the Node that runs already where that is new enough', async () => {
		const { out } = await run(['node', '-p', 'process.execPath']);
		expect(out).toBe(process.execPath);
	});

	test('runs with the packaged Node where the one that runs is too old', async () => {
		const { out } = await run(['node', '-p', 'process.execPath'], { as: old });
		expect(out).toMatch(/node_modules.node-(bin-)?\w+-\w+.bin.node(\.exe)?$/);
	});

	test('finds that Node and the installed tools by their names', async () => {
		const script =
			'const { execFileSync } = process.getBuiltinModule("child_process");' +
			'const found = execFileSync("node", ["-p", "process.execPath"], { encoding: "utf8" });' +
			'console.log(found.trim() === process.execPath ? "same" : "other")';
		expect((await run(['node', '-e', script], { as: old })).out).toBe('same');
		expect((await run(['prettier', '--version'], { as: old })).out).toMatch(/^\d+\.\d+\.\d+$/);
	});
});

test.describe('signals', () => {
	const script = (signal: string) =>
		`process.on(${JSON.stringify(signal)}, () => { console.log(${JSON.stringify(signal)}); process.exit(3); });` +
		'setInterval(() => {}, 1000); console.log("ready");';

	const isReady = (child: ChildProcess) => once(child.stdout ?? child, 'data');

	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		test(`${signal} reaches the command, which may end in its own way`, async () => {
			const child = start(['node', '-e', script(signal)]);
			await isReady(child);
			const end = endOf(child);
			child.kill(signal);
			expect(await end).toMatchObject({ code: 3, out: signal });
		});
	}

	test('a command does not outlive what started it, whatever shell stands between', async () => {
		const { env, execPath: node } = process;
		const line = '"$NODE" "$PREFLIGHT" node -e "$SCRIPT"; true';
		const shell = spawn('sh', ['-c', line], {
			env: { ...env, NODE: node, PREFLIGHT: preflight, SCRIPT: script('SIGTERM') },
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		await isReady(shell);
		const rest = text(shell.stdout);
		shell.kill('SIGKILL');
		expect(await rest).toBe('SIGTERM\n');
	});
});

test.describe('what stands in the way is said in one line', () => {
	const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
		readFileSync('package.json', 'utf8'),
	);

	/** A project with these packages installed; gives its preflight. */
	function projectWith(...groups: Readonly<Record<string, string>>[]): string {
		const root = test.info().outputPath('a project');
		rmSync(root, { recursive: true, force: true });
		const file = join(root, 'src/commands/preflight.mjs');
		mkdirSync(dirname(file), { recursive: true });
		cpSync(preflight, file);
		cpSync('package.json', join(root, 'package.json'));
		for (const name of groups.flatMap(Object.keys)) {
			mkdirSync(join(root, 'node_modules', name), { recursive: true });
			writeFileSync(join(root, 'node_modules', name, 'package.json'), '{}');
		}
		return file;
	}

	/** What is said about this command. */
	async function said(file: string, { as = {}, command = 'start' } = {}): Promise<string> {
		const end = await run(['node', `src/commands/${command}.ts`], { as, file });
		expect(end.code).toBe(1);
		return end.said;
	}

	test('nothing is installed', async () => {
		expect(await said(projectWith())).toMatch(/^Not everything .* run `npm ci` .*$/);
	});

	test('the optional packages were left out', async () => {
		const file = projectWith(dependencies, devDependencies);
		expect(await said(file)).toMatch(
			/^Optional packages .* run `npm ci` without --omit=optional.$/,
		);
	});

	test('the development packages were left out, where the command needs them', async () => {
		const file = projectWith(dependencies, optionalDependencies);
		expect(await said(file)).toMatch(/^This command needs .* run `npm ci --include=dev` .*$/);
		expect(await said(file, { command: 'build' })).toContain('Cannot find module');
	});

	test('no packaged Node is made for the machine', async () => {
		const file = projectWith(dependencies, devDependencies);
		const line = await said(file, { as: { ...old, platform: 'sunos', arch: 'sparc' } });
		expect(line).toMatch(/^This project needs Node 24.14.1 or newer; this is Node 20.19.0, .*$/);
		expect(line).toContain('sunos on sparc');
		expect(line).toContain('https://nodejs.org');
	});

	test('the packaged Node does not start', async () => {
		const file = projectWith(dependencies, devDependencies, optionalDependencies);
		expect(await said(file, { as: old })).toMatch(/^This project needs .*nvm install 24.*$/);
	});
});
