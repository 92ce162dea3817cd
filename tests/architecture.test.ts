import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/** What package.json declares, and the subpaths of each. */
const packages = Object.keys({ ...dependencies, ...devDependencies }).flatMap((name) => [
	name,
	`${name}/*`,
]);

/** Who may import whom: a room, its files, and what they may name besides their own room. */
const rooms = [
	{ room: 'company', files: 'src/company.ts', may: [] },
	{ room: 'escape html', files: 'src/escape-html.ts', may: [] },
	{ room: 'forms', files: 'src/forms/', may: ['company', 'node:crypto'] },
	{ room: 'processing', files: 'src/processing.ts', may: ['forms', 'zod'] },
	{ room: 'policies/problem', files: 'src/policies/problem.ts', may: [] },
	{ room: 'policies/messages', files: 'src/policies/messages/', may: [] },
	{
		room: 'policies/text',
		files: 'src/policies/text/',
		may: ['escape html', 'policies/problem', 'satteri', 'node:crypto'],
	},
	{
		room: 'policies/versions',
		files: 'src/policies/versions/',
		may: ['company', 'policies/problem', 'policies/text', 'yaml', 'zod', 'node:fs'],
	},
	{
		room: 'policies/redline',
		files: 'src/policies/redline/',
		may: ['escape html', 'policies/text'],
	},
	{
		room: 'policies/check',
		files: 'src/policies/check/',
		may: [
			'policies/problem',
			'policies/messages',
			'policies/text',
			'policies/versions',
			'policies/redline',
			'oxc-parser',
			'satteri',
			'yaml',
			'zod',
			'node:*',
		],
	},
	{
		room: 'policies/feeds',
		files: 'src/policies/feeds/',
		may: ['company', 'escape html', 'policies/text', 'policies/versions', 'policies/redline'],
	},
	{
		room: 'policies/notices',
		files: 'src/policies/notices/',
		may: ['escape html', 'policies/text', 'policies/versions', 'policies/redline', 'zod', 'node:*'],
	},
	{
		room: 'policies',
		files: 'src/policies/',
		may: [
			'policies/problem',
			'policies/text',
			'policies/versions',
			'policies/check',
			'zod',
			'node:*',
		],
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
		may: ['company', 'escape html', 'forms', 'policies*', 'browser', 'styles'],
	},
	{
		room: 'layouts',
		files: 'src/layouts/',
		may: ['company', 'forms', 'policies*', 'processing', 'components', 'styles', 'astro:content'],
	},
	{
		room: 'pages',
		files: 'src/pages/',
		may: ['company', 'forms', 'policies*', 'components', 'layouts', 'astro:content', 'astro'],
	},
	{
		room: 'function/shared',
		files: 'netlify/functions/contact/shared/',
		may: ['company', 'forms', 'node:*'],
	},
	{
		room: 'function/captcha',
		files: 'netlify/functions/contact/captcha/',
		may: ['forms', 'function/shared', 'node:*'],
	},
	{
		room: 'function/enquiry',
		files: 'netlify/functions/contact/enquiry/',
		may: ['forms', 'function/shared', '@netlify/blobs', 'zod/mini', 'node:*'],
	},
	{
		room: 'function/delivery',
		files: 'netlify/functions/contact/delivery/',
		may: [
			'company',
			'escape html',
			'forms',
			'function/enquiry',
			'function/shared',
			'resend',
			'zod/mini',
			'node:*',
		],
	},
	{
		room: 'function/responses',
		files: 'netlify/functions/contact/responses/',
		may: ['company', 'escape html', 'forms', 'function/shared', 'ultrahtml'],
	},
	{
		room: 'function/notices',
		files: 'netlify/functions/contact/notices/',
		may: ['company', 'forms', 'function/delivery', 'function/shared', 'resend'],
	},
	{
		room: 'function/submission',
		files: 'netlify/functions/contact/submission/',
		may: ['forms', 'function/captcha', 'function/enquiry', 'function/delivery', 'function/shared'],
	},
	{
		room: 'function/routes',
		files: 'netlify/functions/contact/routes/',
		may: [
			'forms',
			'function/captcha',
			'function/submission',
			'function/delivery',
			'function/notices',
			'function/responses',
			'function/shared',
		],
	},
	{
		room: 'function',
		files: 'netlify/functions/contact/',
		may: [
			'function/*',
			'@netlify/functions',
			'virtual:build-data',
			'zod/mini',
			'node:timers/promises',
		],
	},
	{
		room: 'commands/browser',
		files: 'src/commands/browser.ts',
		may: ['@playwright/test', 'node:*'],
	},
	{
		room: 'commands/local',
		files: 'src/commands/local/',
		may: ['company', 'escape html', 'forms', 'function*', ...packages, 'node:*'],
	},
	{
		room: 'commands/build',
		files: 'src/commands/build/',
		may: [
			'company',
			'escape html',
			'forms',
			'policies*',
			'function*',
			'commands/local',
			'astro',
			'esbuild',
			'node:*',
		],
	},
	{
		room: 'commands/enquiries',
		files: 'src/commands/enquiries/',
		may: ['company', 'forms', 'function*', 'commands/local', ...packages, 'node:*'],
	},
	{
		room: 'simulation',
		files: 'tests/simulation/',
		may: [
			'company',
			'forms',
			'function*',
			'commands/browser',
			'commands/build',
			'commands/local',
			...packages,
			'node:*',
		],
	},
	{
		room: 'commands',
		files: 'src/commands/',
		may: [
			'company',
			'escape html',
			'forms',
			'policies*',
			'function*',
			'browser',
			'simulation',
			'commands/*',
			...packages,
			'node:*',
		],
	},
	{
		room: 'tests',
		files: 'tests/',
		may: [
			'company',
			'processing',
			'escape html',
			'forms',
			'policies*',
			'function*',
			'components',
			'browser',
			'simulation',
			'commands*',
			...packages,
			'node:*',
		],
	},
] as const;

const imports =
	/^\s*(?:import|export)\s+(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/gm;

const roomOf = (file: string) =>
	rooms.find(({ files }) =>
		typeof files === 'string' ? file.startsWith(files) : files.test(file),
	);

/** The file that an import names, without what the bundler is asked to make of it, or the package as it is written. */
function target(file: string, specifier: string): string {
	const [name = ''] = specifier.split('?');
	if (name.startsWith('#src/')) return name.slice(1);
	if (name.startsWith('#contact/')) return name.replace('#contact', 'netlify/functions/contact');
	if (name.startsWith('#simulation/')) return name.replace('#simulation', 'tests/simulation');
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

/** A path that would belong to a room. */
const fileIn = ({ files }: (typeof rooms)[number]): string =>
	typeof files === 'string'
		? `${files.replace(/\.ts$/, '').replace(/\/$/, '')}${files.endsWith('/') ? '/planted.ts' : '.ts'}`
		: 'src/components/planted.client.ts';

const specifier = (path: string): string =>
	path.startsWith('src/')
		? `#${path}`
		: path
				.replace('netlify/functions/contact', '#contact')
				.replace('tests/simulation', '#simulation');

test('every rule of the table refuses each room that it does not name, for types too', () => {
	const wrong = rooms.flatMap((room) =>
		rooms.flatMap((other) => {
			if (other === room || other.room === 'tests') return [];
			const source = `import type { Planted } from '${specifier(fileIn(other))}';`;
			const refused = trespasses(fileIn(room), source).length > 0;
			return refused === !allowed(room.may, other.room) ? [] : [`${room.room} → ${other.room}`];
		}),
	);
	expect(wrong).toEqual([]);
});

test('a package that a room does not name is refused', () => {
	const planted = "import { readdir } from 'node:fs';\nconst x = await import('ultrahtml');";
	expect(trespasses('src/forms/planted.ts', planted)).toEqual([
		'src/forms/planted.ts → node:fs',
		'src/forms/planted.ts → ultrahtml',
	]);
});

test('no room imports a room that imports it, however many rooms lie between', () => {
	const uses = (room: (typeof rooms)[number]) =>
		rooms.filter((other) => other !== room && allowed(room.may, other.room));
	const reaches = (from: (typeof rooms)[number], seen = new Set<string>()): Set<string> => {
		for (const next of uses(from)) {
			if (!seen.has(next.room)) reaches(next, seen.add(next.room));
		}
		return seen;
	};
	const circular = rooms.filter((room) => reaches(room).has(room.room)).map(({ room }) => room);
	expect(circular).toEqual([]);
});

/** Every circle of files that import one another, type imports included, by its first file. */
function circles(): string[] {
	const imported = new Map(
		files.map((file) => {
			const names = [...readFileSync(file, 'utf8').matchAll(imports)];
			return [file, names.map(([, from, lazy]) => target(file, from ?? lazy ?? ''))] as const;
		}),
	);
	const done = new Set<string>();
	const found: string[] = [];
	const visit = (file: string, path: readonly string[]): void => {
		if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
		if (path.includes(file) || done.has(file)) return;
		for (const next of imported.get(file) ?? []) visit(next, [...path, file]);
		done.add(file);
	};
	for (const file of files) visit(file, []);
	return found;
}

test('no files import one another in a circle, for types too', () => {
	expect(circles()).toEqual([]);
});
