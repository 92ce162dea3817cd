import { readdirSync, readFileSync } from 'node:fs';
import type { Document } from '#src/policies/text/document.ts';
import { parse } from '#src/policies/text/parse.ts';

/** Two versions of a policy that differ in one thing that real policies do. */
export interface Pair {
	readonly theme: string;
	/** What becomes of the text, in a sentence. */
	readonly what: string;
	/** The sources of the two versions, in Markdown. */
	readonly sources: { readonly before: string; readonly after: string };
	readonly before: Document;
	readonly after: Document;
}

const folder = 'tests/pairs';

/** The pairs of `tests/pairs`: a file for each theme, in which `=== what` starts a pair and `--- becomes` parts it. */
export const pairs: readonly Pair[] = readdirSync(folder).flatMap((file) => {
	const theme = file.replace(/\.txt$/, '');
	const parts = readFileSync(`${folder}/${file}`, 'utf8').split(/^=== /m).slice(1);
	return parts.map((part): Pair => {
		const [what = '', ...lines] = part.split('\n');
		const [before = '', after = ''] = lines.join('\n').split(/^--- becomes\n/m);
		const read = (source: string): Document => {
			const { document, problems } = parse(source, `${file}: ${what}`);
			if (problems.length > 0) throw new Error(`${file}, ${what}: ${problems[0]?.message}`);
			return document;
		};
		const sources = { before: before.trim(), after: after.trim() };
		return { theme, what, sources, before: read(before), after: read(after) };
	});
});
