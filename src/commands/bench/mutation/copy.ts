import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeStamp } from '../../build/stamp.ts';

/** What the tests of a mutant came to: `killed` when one failed, `endless` when they took far too long. */
export type Verdict = 'killed' | 'endless' | 'survived';

/** A copy of the project, built, in which files are given faults. */
export interface Copy {
	/** Writes a file of the copy. */
	write(file: string, text: string): Promise<void>;
	/** Runs some tests there, for `limit` milliseconds at most, until one fails. */
	run(tests: readonly string[], limit: number): Promise<Verdict>;
	remove(): void;
}

const cli = resolve('node_modules/@playwright/test/cli.js');

function verdictOf(cwd: string, tests: readonly string[], limit: number): Promise<Verdict> {
	const args = [cli, 'test', '-c', 'tests', '--project=unit', '-x', '--workers=1'];
	const child = spawn(process.execPath, [...args, '--reporter=null', ...tests], {
		cwd,
		stdio: 'ignore',
		env: { ...process.env, PWTEST_CACHE_DIR: join(cwd, '.playwright-cache') },
		// A worker in an endless loop would outlive the run, so the whole group is ended.
		detached: true,
	});
	let over = false;
	const timer = setTimeout(() => {
		over = true;
		if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
	}, limit);
	return new Promise((done) => {
		child.on('exit', (code) => {
			clearTimeout(timer);
			done(over ? 'endless' : code === 0 ? 'survived' : 'killed');
		});
	});
}

/** Copies the project's files and its build to a temporary folder. Its packages are the project's own. */
export function copyProject(): Copy {
	const root = mkdtempSync(join(tmpdir(), 'mutation-'));
	const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
	const files = execFileSync('git', list, { encoding: 'utf8' }).split('\0').filter(Boolean);
	for (const file of [...files, 'dist', '.netlify']) {
		cpSync(file, join(root, file), { recursive: true });
	}
	symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
	return {
		async write(file, text) {
			writeFileSync(join(root, file), text);
			// The pages stay as they were built: only the code under test has the fault.
			await writeStamp(root);
		},
		run: (tests, limit) => verdictOf(root, tests, limit),
		remove: () => rmSync(root, { recursive: true }),
	};
}
