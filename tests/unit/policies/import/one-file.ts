import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importHistory } from '#src/commands/policy/import/history.ts';
import { eachInAFolder } from './each-in-a-folder.ts';

/** The MDX that a file became, without its front matter, and what the editor is told of it. */
interface Imported {
	readonly words: string;
	readonly told: string;
}

/** Gives each test of a file a folder of its own. Returns a function that imports one file there, as the only version of a policy. */
export function importsOneFile(): (name: string, content: string | Buffer) => Promise<Imported> {
	const folder = eachInAFolder();
	return async (name, content) => {
		writeFileSync(join(folder(), name), content);
		process.chdir(folder());
		const { decisions } = await importHistory({
			...{ folder: 'policies', slug: 'hire', today: '2026-11-23' },
			files: [{ file: name, date: '2019-01-01' }],
		});
		const [, words = ''] = readFileSync('policies/hire/2019-01-01.mdx', 'utf8').split('---\n\n');
		return { words, told: [...decisions.values()].flat().join('\n') };
	};
}
