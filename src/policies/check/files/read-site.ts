import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pictures } from '../../text/parse.ts';
import type { Problem } from '../../problem.ts';
import { register } from '../meaning/relied-on.ts';
import { problem } from '../source/report.ts';
import { source, type Source } from '../source/source.ts';
import type { Site } from './site.ts';

const texts = /\.(?:mdx|yaml|json|ts|astro)$/;

interface Where {
	/** The root of the project. */
	readonly root: string;
	/** The folder of the policies, from the root. */
	readonly policies: string;
	/** The folders and files to look into, from the root. */
	readonly places: readonly string[];
}

/** The file with the bank holidays. */
export const bankHolidays = 'netlify/functions/contact/shared/bank-holidays.ts';

/** What the whole check looks at. */
export const everything = [
	'src/content',
	'src/company.ts',
	'src/forms',
	'src/pages',
	'src/layouts',
	'src/components',
	'public',
	bankHolidays,
	register,
] as const;

/** Reads the files of a project. */
export function readSite({ root, policies, places }: Where): Site {
	const paths = places.flatMap((place) => list(root, place));
	const problems: Problem[] = [];
	const read = paths.flatMap((path): [string, Source][] => {
		if (!texts.test(path) || /\.(?:client|test)\.ts$/.test(path)) return [];
		const bytes = readFileSync(resolve(root, path));
		const wide =
			(bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
		const file = source(path, wide ? '' : bytes.toString('utf8'));
		if (wide) problems.push(problem([file, [0, 0]], 'encoding', {}));
		return wide ? [] : [[path, file]];
	});
	return { policies, paths, problems, texts: new Map(read), pictures: picturesOf(root) };
}

const picture = /^\/[\w./-]+\.(?:png|jpe?g|gif|webp|avif|svg)$/;

/** The pictures of a project: files of `public/`, held to their bytes. */
const picturesOf =
	(root: string): Pictures =>
	(src) => {
		const file = join(root, 'public', src);
		if (!picture.test(src) || src.includes('..') || !existsSync(file)) return undefined;
		return { src, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') };
	};

function list(root: string, place: string): string[] {
	try {
		const entries = readdirSync(resolve(root, place), { withFileTypes: true });
		return entries.flatMap(({ name }) => list(root, `${place}/${name}`)).toSorted();
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		return code === 'ENOTDIR' ? [place] : [];
	}
}
