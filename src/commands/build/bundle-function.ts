import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { BuildData } from '#contact/shared/build-data.ts';

/** Where `netlify.toml` tells the platform to find the function. */
export const functionsDirectory = '.netlify/functions-built';
export const functionEntry = `${functionsDirectory}/contact/contact.mjs`;

const provide = (buildData: BuildData): Plugin => ({
	name: 'build data',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^virtual:build-data$/ }, ({ path }) => ({
			path,
			namespace: 'build-data',
		}));
		onLoad({ filter: /.*/, namespace: 'build-data' }, () => ({
			contents: JSON.stringify(buildData),
			loader: 'json',
		}));
	},
});

const options = {
	bundle: true,
	minify: true,
	format: 'esm',
	platform: 'node',
	target: 'node22',
	outExtension: { '.js': '.mjs' },
	metafile: true,
} as const satisfies BuildOptions;

const source = 'netlify/functions/contact';

/**
 * Bundles the function with everything it needs and gives its bytes: the entry, which is all that a question needs, and
 * in `parts` the deferred part, whose own chunks load with their first use. The platform ships those as they are, because
 * the entry names their file by its address.
 */
export async function bundleFunction(buildData: BuildData, entry = functionEntry): Promise<number> {
	const outdir = dirname(entry);
	await rm(outdir, { recursive: true, force: true });
	const bundles = await Promise.all([
		build({
			...options,
			entryPoints: { contact: `${source}/index.ts` },
			outdir,
			plugins: [provide(buildData)],
		}),
		build({
			...options,
			entryPoints: [`${source}/deferred.ts`],
			outdir: join(outdir, 'parts'),
			splitting: true,
			chunkNames: '[name]-[hash]',
			alias: { 'postal-mime': './src/commands/build/received-mail.ts' },
		}),
	]);
	const files = bundles.flatMap(({ metafile }) => Object.values(metafile.outputs));
	return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
