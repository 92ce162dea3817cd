import type { Problem } from '../../problem.ts';
import type { Pictures } from '../../text/parse.ts';
import type { Source } from '../source/source.ts';

/** The files of a project that the check looks at, each read once. */
export interface Site {
	/** The folder of the policies, from the root. */
	readonly policies: string;
	/** Texts by path from the root, with slashes. */
	readonly texts: ReadonlyMap<string, Source>;
	/** The paths of all files that are there, read or not. */
	readonly paths: readonly string[];
	/** Finds the picture at an address of the site. */
	readonly pictures: Pictures;
	/** Files that could not be read. */
	readonly problems: readonly Problem[];
}
