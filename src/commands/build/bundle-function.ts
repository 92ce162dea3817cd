import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import type { Built } from '../../../netlify/functions/contact/built.ts';

/** Where `netlify.toml` tells the platform to find the function. */
export const functionsDirectory = '.netlify/functions-built';
export const functionEntry = `${functionsDirectory}/contact/contact.mjs`;

const provide = (built: Built): Plugin => ({
	name: 'built',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^virtual:built$/ }, ({ path }) => ({ path, namespace: 'built' }));
		onLoad({ filter: /.*/, namespace: 'built' }, () => ({
			contents: JSON.stringify(built),
			loader: 'json',
		}));
	},
});

/** The same, for a development server and the tests. */
export const builtFile = '.netlify/built.json';

/** Bundles the function with everything it needs in it; what only one path needs stands in files of its own. Gives the bytes of the entry and what it always loads. */
export async function bundleFunction(built: Built): Promise<number> {
	await rm(functionsDirectory, { recursive: true, force: true });
	await mkdir(functionsDirectory, { recursive: true });
	await writeFile(builtFile, JSON.stringify(built));
	const { metafile } = await build({
		entryPoints: { contact: 'netlify/functions/contact/index.ts' },
		outdir: `${functionsDirectory}/contact`,
		outExtension: { '.js': '.mjs' },
		bundle: true,
		splitting: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		charset: 'utf8',
		metafile: true,
		plugins: [provide(built)],
	});
	const loaded = (file: string): number => {
		const { bytes, imports } = metafile.outputs[file] ?? { bytes: 0, imports: [] };
		const needed = imports.filter(({ kind }) => kind === 'import-statement');
		return needed.reduce((sum, { path }) => sum + loaded(path), bytes);
	};
	return loaded(functionEntry);
}
