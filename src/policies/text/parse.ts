import { type MdastNode, mdxToMdast } from 'satteri';
import { blocks } from './blocks.ts';
import { type Clause, type Document, plain, type Run } from './document.ts';
import { inline, type Report } from './inline.ts';
import type { Problem } from '../problem.ts';

type Heading = Extract<MdastNode, { type: 'heading' }>;

export interface Parsed {
	readonly document: Document;
	readonly problems: readonly Problem[];
	/** The lines of the clauses' headings, by id. */
	readonly lines: ReadonlyMap<string, number>;
}

/** What an id looks like: lower-case words and digits with hyphens, a letter first. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Reads the MDX `source` of a version (its front matter is passed over); `file` is for the messages. */
export function parse(source: string, file: string): Parsed {
	const problems: Problem[] = [];
	const report: Report = (node, message) =>
		problems.push({
			file,
			line: node.position?.start.line ?? 1,
			column: node.position?.start.column ?? 1,
			message,
		});
	const lines = new Map<string, number>();
	const document: Writable[] = [];
	for (const node of topLevel(source, file, problems)) {
		if (node.type === 'heading') {
			const clause = open(node, report, lines);
			if (clause.level === 3 && document.length === 0)
				report(node, 'The first heading of a policy is a clause: write it with ##.');
			document.push(clause);
		} else if (document.length === 0)
			report(node, 'Text stands under a clause: start with a ## heading.');
		else document.at(-1)?.blocks.push(...blocks(node, report));
	}
	return { document, problems, lines };
}

interface Writable extends Clause {
	readonly blocks: Clause['blocks'][number][];
}

function topLevel(source: string, file: string, problems: Problem[]): MdastNode[] {
	try {
		const root = mdxToMdast(source, { features: { smartPunctuation: false } });
		return root.type === 'root' ? root.children.filter(({ type }) => type !== 'yaml') : [];
	} catch (cause) {
		const message = cause instanceof Error ? cause.message : String(cause);
		const [, line = '1', column = '1', words = message] =
			/^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
		problems.push({ file, line: Number(line), column: Number(column), message: words });
		return [];
	}
}

/** The clause that a heading opens. Its comment `{/* #id *\/}` becomes the id and leaves the text. */
function open(heading: Heading, report: Report, lines: Map<string, number>): Writable {
	if (heading.depth !== 2 && heading.depth !== 3)
		report(heading, 'Headings of a policy are ## for a clause and ### for a clause inside one.');
	const { runs, ids } = inline(heading.children, report);
	const [id = '', second] = ids;
	if (!id) report(heading, `Give the clause an id: end the line with {/* #${suggestion(runs)} */}`);
	else if (!idPattern.test(id))
		report(
			heading,
			`The id #${id} is not made of lower-case words and hyphens; write #${suggestion(runs)}`,
		);
	else if (second !== undefined) report(heading, 'A heading has one id.');
	else if (lines.has(id))
		report(heading, `The id #${id} was already used on line ${lines.get(id)}.`);
	lines.set(id, heading.position?.start.line ?? 1);
	return { id, level: heading.depth === 3 ? 3 : 2, title: runs, blocks: [] };
}

/** An id made from a heading's words, for the editor to take or better. */
function suggestion(title: readonly Run[]): string {
	const words = plain(title)
		.toLowerCase()
		.normalize('NFKD')
		.match(/[a-z][a-z0-9]*/g) ?? ['clause'];
	return words.slice(0, 5).join('-');
}
