import { markdownToMdast, type MdastNode } from 'satteri';
import type { Problem } from '../problem.ts';
import { blocks } from './blocks.ts';
import { type Clause, type Document, type Image, plain, type Run } from './document.ts';
import { inline } from './inline.ts';
import type { Reading, Report } from './reading.ts';
import { references, reportUnused } from './references.ts';
import { hide, type Hidden, places } from './source.ts';

type Heading = Extract<MdastNode, { type: 'heading' }>;

export interface Parsed {
	readonly document: Document;
	readonly problems: readonly Problem[];
	/** The lines of the clauses' headings, by id. */
	readonly lines: ReadonlyMap<string, number>;
}

/** What an id looks like: lower-case words and digits with hyphens, a letter first. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Finds the picture at an address of the site. */
export type Pictures = (src: string) => Image | undefined;

const features = { smartPunctuation: false, definitionList: true } as const;

/** A text as it is written, with what Markdown has no word for hidden, and as a tree whose offsets are those of the text. */
export interface Markdown {
	readonly source: string;
	readonly hidden: Hidden;
	readonly root: MdastNode;
}

export function markdownOf(source: string): Markdown {
	const hidden = hide(source);
	return { source, hidden, root: markdownToMdast(hidden.text, { features }) };
}

/** Reads the `source` of a version (its front matter is passed over); `file` is for the messages. */
export const parse = (source: string, file: string, image: Pictures = () => undefined): Parsed =>
	parseMarkdown(markdownOf(source), file, image);

/** Reads a version whose Markdown is a tree already. */
export function parseMarkdown(
	{ source, hidden, root }: Markdown,
	file: string,
	image: Pictures,
): Parsed {
	const problems = new Map<string, Problem>();
	const place = places(source);
	const report: Report = (at, id, message) => {
		const offset = typeof at === 'number' ? at : (at.position?.start.offset ?? 0);
		const problem = { file, ...place(offset), id, message };
		problems.set(JSON.stringify(problem), problem);
	};
	const found = references(root, hidden, report);
	const reading: Reading = { source, report, image, ...found };
	const { document, lines } = clauses(root, reading, place);
	reportUnused(root, found, report);
	return { document, problems: [...problems.values()], lines };
}

function clauses(root: MdastNode, reading: Reading, place: ReturnType<typeof places>) {
	const { report } = reading;
	const lines = new Map<string, number>();
	const document: Clause[] = [];
	const nodes = 'children' in root ? root.children.filter(({ type }) => type !== 'yaml') : [];
	const starts = nodes.flatMap(({ type }, index) => (type === 'heading' ? [index] : []));
	for (const node of nodes.slice(0, starts[0]))
		if (blocks([node], reading).length > 0)
			report(node, 'text-first', 'Text stands under a clause: start with a ## heading.');
	for (const [order, start] of starts.entries()) {
		const { [start]: heading } = nodes;
		if (heading?.type !== 'heading') continue;
		const clause = open(heading, reading, {
			lines,
			line: place(heading.position?.start.offset ?? 0).line,
		});
		const above = document.at(-1)?.level ?? 1;
		if (clause.level > above + 1) report(heading, 'checked', levelMessage(document.length === 0));
		document.push({
			...clause,
			blocks: blocks(nodes.slice(start + 1, starts[order + 1]), reading),
		});
	}
	return { document, lines };
}

const levelMessage = (first: boolean): string =>
	first
		? 'The first heading of a policy is a clause: write it with ##.'
		: 'A heading is one level under the one before at most: write it with ###.';

interface Known {
	/** The lines of the headings so far, by id. */
	readonly lines: Map<string, number>;
	readonly line: number;
}

/** The clause that a heading opens. Its comment `{/* #id *\/}` becomes the id and leaves the text. */
function open(heading: Heading, reading: Reading, { lines, line }: Known): Clause {
	const { report } = reading;
	const { depth } = heading;
	if (depth < 2 || depth > 4)
		report(
			heading,
			'checked',
			'Headings of a policy are ## for a clause, ### for a clause inside one, #### for one inside that.',
		);
	const { runs, ids } = inline(heading.children, reading);
	const [id = '', second] = ids;
	if (!id)
		report(
			heading,
			'checked',
			`Give the clause an id: end the line with {/* #${suggestion(runs)} */}`,
		);
	else if (!idPattern.test(id))
		report(
			heading,
			'checked',
			`The id #${id} is not made of lower-case words and hyphens; write #${suggestion(runs)}`,
		);
	else if (second !== undefined) report(heading, 'checked', 'A heading has one id.');
	else if (lines.has(id))
		report(heading, 'checked', `The id #${id} was already used on line ${lines.get(id)}.`);
	lines.set(id, line);
	return { id, level: depth === 3 || depth === 4 ? depth : 2, title: runs, blocks: [] };
}

/** An id made from a heading's words, for the editor to take or better. */
export function suggestion(title: readonly Run[]): string {
	const words = plain(title.filter(({ note }) => !note))
		.toLowerCase()
		.normalize('NFKD')
		.match(/[a-z][a-z0-9]*/g) ?? ['clause'];
	return words.slice(0, 5).join('-');
}
