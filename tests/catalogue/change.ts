import { checkSite } from '#src/policies/check/check.ts';
import type { Site } from '#src/policies/check/files/site.ts';
import { source } from '#src/policies/check/source/source.ts';
import { applied } from '#src/policies/check/print/print.ts';
import type { Edit, Problem } from '#src/policies/problem.ts';
import { files, today } from './site.ts';

/** The files of a site by path, with the changes of an editor made in them. */
export type Files = Record<string, string>;

/** Something that an editor does. */
export type Change = (files: Files) => void;

/** Puts one text in the place of another, once; the first must be there. */
export const edit =
	(file: string, from: string, to: string): Change =>
	(files) => {
		const text = files[file];
		if (text === undefined || !text.includes(from))
			throw new Error(`${file} does not hold “${from}”`);
		files[file] = text.replace(from, () => to);
	};

export const add =
	(file: string, text: string): Change =>
	(files) => {
		files[file] = text;
	};

export const remove =
	(file: string): Change =>
	(files) => {
		if (!(file in files)) throw new Error(`There is no ${file}`);
		delete files[file];
	};

export const rename =
	(from: string, to: string): Change =>
	(files) => {
		const text = files[from];
		if (text === undefined) throw new Error(`There is no ${from}`);
		delete files[from];
		files[to] = text;
	};

export const all =
	(...changes: readonly Change[]): Change =>
	(files) => {
		for (const change of changes) change(files);
	};

/** The site once an editor has changed it. */
export function changed(change: Change): Files {
	const copy = { ...files };
	change(copy);
	return copy;
}

function siteOf(files: Files): Site {
	const texts = new Map(
		Object.entries(files)
			.filter(([path]) => /\.(?:mdx|yaml|json|ts|astro)$/.test(path))
			.map(([path, text]) => [path, source(path, text)]),
	);
	return {
		policies: 'src/content/policies',
		paths: Object.keys(files),
		texts,
		problems: [],
		pictures: (src) => (`public${src}` in files ? { src, sha256: '0' } : undefined),
	};
}

/** What the check finds in files. */
export const found = (files: Files): readonly Problem[] => checkSite(siteOf(files), today).problems;

/** The files once edits are made in them. */
export function mended(files: Files, edits: readonly Edit[]): Files {
	const copy = { ...files };
	for (const [path, own] of Map.groupBy(edits, ({ file }) => file))
		copy[path] = applied((copy[path] ?? '').replace(/^\ufeff/, ''), own);
	return copy;
}

export const draft = 'src/content/policies/privacy/2027-06-01.mdx';
export const published = 'src/content/policies/privacy/2026-11-23.mdx';
export const registry = 'src/content/policies/privacy/policy.yaml';
export const lockFile = 'src/content/policies.lock.json';
export const home = 'src/content/pages/home.mdx';
export const contact = 'src/content/pages/contact.mdx';
export const company = 'src/company.ts';
export const form = 'src/forms/contact.ts';

/** A mistake: what the editor does, and what is said about it. */
export interface Mistake {
	readonly name: string;
	readonly change: Change;
	/** The message that is told. */
	readonly id: string;
	readonly file: string;
	/**
	 * Where it is told: at the first place that holds this text once the change is made, its `¦` left out, which marks the
	 * column; the start of the file where there is none.
	 */
	readonly at?: string;
	/** Whether it is cured by hand alone. */
	readonly byHand?: true;
}
