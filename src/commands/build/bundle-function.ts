import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
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
 * in `parts` the back office, whose own parts load with their first use. The platform ships those as they are, because
 * the entry names their file by its address.
 */
export async function bundleFunction(built: Built, entry = functionEntry): Promise<number> {
	const outdir = dirname(entry);
	await rm(outdir, { recursive: true, force: true });
	const bundles = await Promise.all([
		build({
			...options,
			entryPoints: { contact: `${source}/index.ts` },
			outdir,
			plugins: [provide(built)],
		}),
		build({
			...options,
			entryPoints: [`${source}/back-office.ts`],
			outdir: join(outdir, 'parts'),
			splitting: true,
			chunkNames: '[name]-[hash]',
			alias: { 'postal-mime': './src/commands/build/received-mail.ts' },
		}),
	]);
	const files = bundles.flatMap(({ metafile }) => Object.values(metafile.outputs));
	return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
