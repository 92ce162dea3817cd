import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';

/** Who may import whom: a room, its files, and what they may name besides their own room. */
const rooms = [
	{ room: 'company', files: 'src/company.ts', may: [] },
	{ room: 'forms', files: 'src/forms/', may: ['company'] },
	{
		room: 'policies/text',
		files: 'src/policies/text/',
		may: ['policies', 'satteri', 'node:crypto'],
	},
	{
		room: 'policies/versions',
		files: 'src/policies/versions/',
		may: ['company', 'policies', 'policies/text', 'yaml', 'zod', 'node:fs'],
	},
	{
		room: 'policies/redline',
		files: 'src/policies/redline/',
		may: ['policies/text', 'diff'],
	},
	{
		room: 'policies/check',
		files: 'src/policies/check/',
		may: ['policies', 'policies/text', 'policies/versions', 'policies/redline'],
	},
	{
		room: 'policies/feeds',
		files: 'src/policies/feeds/',
		may: ['company', 'policies/text', 'policies/versions', 'policies/redline'],
	},
	{
		room: 'policies',
		files: 'src/policies/',
		may: ['policies/text', 'policies/versions', 'policies/check', 'zod', 'node:*'],
	},
	{
		room: 'content config',
		files: 'src/content.config.ts',
		may: ['company', 'policies*', 'astro:content', 'astro/loaders', 'astro/zod'],
	},
	{ room: 'words', files: 'src/content/', may: [] },
	{
		room: 'browser',
		files: /^src\/components\/.*\.client\.ts$/,
		may: ['forms', '@noble/hashes/*'],
	},
	{ room: 'styles', files: 'src/styles/', may: [] },
	{
		room: 'components',
		files: 'src/components/',
		may: ['company', 'forms', 'policies*', 'browser', 'styles'],
	},
	{
		room: 'layouts',
		files: 'src/layouts/',
		may: ['company', 'forms', 'policies*', 'components', 'styles', 'astro:content'],
	},
	{
		room: 'pages',
		files: 'src/pages/',
		may: ['company', 'forms', 'policies*', 'components', 'layouts', 'astro:content', 'astro'],
	},
	{
		room: 'function',
		files: 'netlify/functions/contact/',
		may: [
			'company',
			'forms',
			'zod/mini',
			'ultrahtml',
			'resend',
			'@netlify/*',
			'node:*',
			'virtual:built',
		],
	},
	{ room: 'commands', files: 'src/commands/', may: ['*'] },
	{ room: 'tests', files: 'tests/', may: ['*'] },
] as const;

const imports =
	/^\s*(?:import|export)\s+(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm;

const roomOf = (file: string) =>
	rooms.find(({ files }) =>
		typeof files === 'string' ? file.startsWith(files) : files.test(file),
	);

/** The file that an import names, or the package as it is written. */
function target(file: string, name: string): string {
	if (name.startsWith('#src/')) return name.slice(1);
	return name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
}

const allowed = (may: readonly string[], name: string): boolean =>
	may.some(
		(one) =>
			one === '*' || one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))),
	);

/** What a file names that its room may not, as `file → name`. */
function trespasses(file: string, source: string): string[] {
	const room = roomOf(file);
	if (!room) return [`${file} is in no room`];
	const names = [...source.matchAll(imports)].map(([, from, lazy]) => from ?? lazy ?? '');
	return names.flatMap((name) => {
		const path = target(file, name);
		const other = roomOf(path);
		const fine = other === room || allowed(room.may, other?.room ?? path);
		return fine ? [] : [`${file} → ${name}`];
	});
}

const files = globSync('{src,netlify,tests}/**/*.{ts,mjs,astro,mdx}').filter(
	(file) => !file.endsWith('.d.ts'),
);

test('every file imports only what its room may', () => {
	expect(files.length).toBeGreaterThan(50);
	expect(files.flatMap((file) => trespasses(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test('a trespass is named', () => {
	const planted =
		"import { readdir } from 'node:fs';\nconst x = await import('#src/layouts/Page.astro');";
	expect(trespasses('src/forms/planted.ts', planted)).toEqual([
		'src/forms/planted.ts → node:fs',
		'src/forms/planted.ts → #src/layouts/Page.astro',
	]);
});
