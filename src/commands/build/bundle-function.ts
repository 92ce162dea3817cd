import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Built } from '../../../netlify/functions/contact/built.ts';

/** Where `netlify.toml` tells the platform to find the function. */
export const functionsDirectory = '.netlify/functions-built';
export const functionEntry = `${functionsDirectory}/contact.mjs`;

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

/**
 * Bundles the function with everything it needs into one file and gives its bytes. What only one path needs is in it,
 * and starts with the first use: files beside the entry would be merged into it by the platform all the same.
 */
export async function bundleFunction(built: Built, entry = functionEntry): Promise<number> {
	await rm(dirname(entry), { recursive: true, force: true });
	const { metafile } = await build({
		entryPoints: ['netlify/functions/contact/index.ts'],
		outfile: entry,
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		charset: 'utf8',
		metafile: true,
		alias: { 'postal-mime': './src/commands/build/received-mail.ts' },
		plugins: [provide(built)],
	});
	return metafile.outputs[entry]?.bytes ?? 0;
}
