import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';

const { dependencies, imports } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Where the commands begin that run without development packages, and what Astro and the bundler find by its place. */
const entries = globSync([
	'src/commands/{build,enquiries,policy}.ts',
	'astro.config.mjs',
	'src/content.config.ts',
	'src/{pages,content}/**/*.{astro,ts,mdx}',
	'netlify/functions/*/*.ts',
]);

const imported = /(?:\bfrom|\bimport|@import|\bimport\()\s*['"]([^'"\n]+)['"]/g;

/** The file of this project that an import names, or nothing where it names a package or a module of the platform. */
function fileOf(name: string, from: string): string | undefined {
	if (name.startsWith('.')) return normalize(join(dirname(from), name));
	const alias = Object.keys(imports).find((key) => name.startsWith(key.replace('*', '')));
	if (!alias) return undefined;
	return normalize(imports[alias].replace('*', name.slice(alias.length - 1)));
}

/** Every package that a file or what it imports names, with the file that names it first. */
function packagesOf(files: readonly string[]): Map<string, string> {
	const packages = new Map<string, string>();
	const todo = [...files];
	const seen = new Set(todo);
	for (const file of todo) {
		const source = readFileSync(file, 'utf8').replaceAll(/import type [^;]+;/g, '');
		for (const [, name = ''] of source.matchAll(imported)) {
			const next = fileOf(name, file);
			if (next === undefined) {
				const [, found] = /^((?:@[\w.-]+\/)?[\w.-]+)(?:\/|$)/.exec(name) ?? [];
				if (found && !packages.has(found)) packages.set(found, file);
			} else if (existsSync(next) && !seen.has(next)) {
				seen.add(next);
				todo.push(next);
			}
		}
	}
	return packages;
}

test('the build and the commands for content and enquiries need no development package', () => {
	const packages = packagesOf(entries);
	expect(packages.has('astro') && packages.has('esbuild') && packages.has('resend')).toBe(true);
	const others = [...packages].filter(([name]) => !Object.hasOwn(dependencies, name));
	expect(others).toEqual([]);
});

test('a development package that the build reaches is named with its file', () => {
	const packages = packagesOf(['src/commands/local/listen.ts']);
	expect(packages.get('srvx')).toBe('src/commands/local/listen.ts');
});
