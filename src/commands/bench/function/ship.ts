import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipFunctions } from '@netlify/zip-it-and-ship-it';
import { functionsDirectory } from '../../build/bundle-function.ts';

/** The entry points of two functions as the platform runs them: ours, and one that does nothing. */
export interface Shipped {
	readonly ours: string;
	readonly empty: string;
}

const empty = `export default {
	fetch: async () => new Response('Hello'),
	config: { path: '/empty' },
};
`;

/** Ships the built function and an empty one into a directory, as the platform does before it zips them. */
export async function ship(directory: string): Promise<Shipped> {
	const source = join(directory, 'source');
	await mkdir(source, { recursive: true });
	await writeFile(join(source, 'empty.mjs'), empty);
	const shipped = await zipFunctions([functionsDirectory, source], join(directory, 'shipped'), {
		archiveFormat: 'none',
	});
	const entry = (name: string): string => {
		const found = shipped.find((one) => one.name === name);
		if (!found?.entryFilename) throw new Error(`The function ${name} was not shipped`);
		return join(found.path, found.entryFilename);
	};
	return { ours: entry('contact'), empty: entry('empty') };
}
