import { z } from 'zod';
import type { Problem } from '../../problem.ts';
import type { Source } from '../source/source.ts';
import { parts } from '../syntax/opening.ts';
import { readText } from '../words/read-text.ts';
import type { Text } from '../words/text.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/** What the front matter of a page holds. */
export const pageFacts = z.strictObject({
	title: z.string().trim().min(1),
	description: z.string().min(50).max(160),
});

/** A page as its file says. */
export interface PageFile {
	readonly file: Source;
	/** The file's name without its ending. */
	readonly entry: string;
	/** Absent where the text cannot be read. */
	readonly text?: Text;
	readonly problems: readonly Problem[];
}

/** Reads a page. */
export function pageFile(file: Source): PageFile {
	const entry = (file.path.split('/').at(-1) ?? '').replace(/\.mdx$/, '');
	const { front: span, body, problems: opening } = parts(file);
	const front =
		span && readYaml({ schema: pageFacts, file, span, names: ['title', 'description'] });
	const { text, problems: syntax } = readText(file, body, 'page');
	const problems = [...opening, ...(front?.problems ?? []), ...syntax];
	return { file, entry, problems, ...(text && { text }) };
}
