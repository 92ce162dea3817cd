import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeStamp } from '../../build/stamp.ts';

/** What the tests of a mutant came to: `killed` when one failed, or when they took far too long. */
export type Verdict = 'killed' | 'survived';

/** A copy of the project, built, in which files are given faults. */
export interface Copy {
	/** Writes a file of the copy and runs some tests there, for `limit` milliseconds at most. */
	verdict(file: string, text: string, run: Run): Promise<Verdict>;
	remove(): void;
}

export interface Run {
	readonly tests: readonly string[];
	readonly limit: number;
}

const cli = resolve('node_modules/@playwright/test/cli.js');

function passes(cwd: string, { tests, limit }: Run): Promise<boolean> {
	const args = [cli, 'test', '-c', 'tests', '--project=unit', '-x', '--workers=1'];
	const child = spawn(process.execPath, [...args, '--reporter=null', ...tests], {
		cwd,
		stdio: 'ignore',
		env: { ...process.env, PWTEST_CACHE_DIR: join(cwd, '.playwright-cache') },
		timeout: limit,
		killSignal: 'SIGKILL',
	});
	return new Promise((done) => {
		child.on('exit', (code) => done(code === 0));
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
		async verdict(file, text, run) {
			writeFileSync(join(root, file), text);
			// The pages stay as they were built: only the code under test has the fault.
			await writeStamp(root);
			return (await passes(root, run)) ? 'survived' : 'killed';
		},
		remove: () => rmSync(root, { recursive: true }),
	};
}
