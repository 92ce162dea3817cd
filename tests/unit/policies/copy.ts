import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { readPolicies } from '#src/policies/read.ts';

/** A copy of the policies of the tests, with their lock, that may be spoilt. */
export interface Copy {
	readonly folder: string;
	/** Writes `to` for `from` in a file of the policy; the file must hold `from`. */
	readonly change: (file: string, from: string, to: string) => void;
	/** What the check says, one mistake a line, places without the folder. */
	readonly mistakes: () => string[];
}

/** Gives `work` a copy of the policies of the tests, and takes it away afterwards. */
export function withCopy<T>(work: (copy: Copy) => T): T {
	const root = mkdtempSync(join(tmpdir(), 'policies-'));
	const folder = join(root, 'corpus');
	cpSync('tests/corpus', folder, { recursive: true });
	cpSync('tests/corpus.lock.json', `${folder}.lock.json`);
	const change = (name: string, from: string, to: string) => {
		const file = join(folder, 'reading-room', name);
		const source = readFileSync(file, 'utf8');
		expect(source).toContain(from);
		writeFileSync(file, source.replace(from, to));
	};
	const mistakes = () => {
		try {
			readPolicies(folder);
			return [];
		} catch (error) {
			const { message } = error instanceof Error ? error : new Error(String(error));
			const lines = message.replaceAll(`${folder}/reading-room/`, '').replaceAll(`${root}/`, '');
			return lines.split('\n').slice(1);
		}
	};
	try {
		return work({ folder, change, mistakes });
	} finally {
		rmSync(root, { recursive: true });
	}
}
