import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a build wrote: pages, and other files that it made. */
export interface Written {
	readonly pages: number;
	readonly files: number;
}

/** Writes a project into `folder` that builds as many empty pages and files and does nothing else. */
export function writeFloor(folder: string, { pages, files }: Written): void {
	const route = (name: string, count: number) =>
		`export const getStaticPaths = () => Array.from({ length: ${count} }, (_, index) => ({ params: { ${name}: String(index) } }));`;
	mkdirSync(join(folder, 'src/pages/page'), { recursive: true });
	mkdirSync(join(folder, 'src/pages/file'), { recursive: true });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
	writeFileSync(
		join(folder, 'src/pages/page/[page].astro'),
		`---\n${route('page', pages)}\n---\n<!doctype html><title>Empty</title>\n`,
	);
	writeFileSync(
		join(folder, 'src/pages/file/[file].txt.ts'),
		`${route('file', files)}\nexport const GET = () => new Response('');\n`,
	);
}
