import { type MdastNode, mdxToMdast } from 'satteri';
import { type Markdown, markdownOf } from '../../text/parse.ts';
import { cutAtComments } from '../../text/source.ts';
import type { Source, Span } from '../source/source.ts';
import type { Scan } from '../syntax/state.ts';

/** A text that an editor wrote, taken apart for the rules. */
export interface Text {
	readonly file: Source;
	readonly body: Span;
	/** What stands at the top level, in order. */
	readonly blocks: readonly MdastNode[];
	/** The file's text in which all that is not words (front matter, remarks, code, tags) is blank; offsets stay. */
	readonly plain: string;
	/** What the parser of policies reads; a page has none. */
	readonly markdown?: Markdown;
}

/** Blanks a stretch of a text out, so that offsets and lines stay. */
const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** The source of a file whose front matter is blank. */
const bodyAlone = ({ text }: Source, [start]: Span): string =>
	blank(text.slice(0, start)) + text.slice(start);

/** Takes a text apart. Throws what the compiler throws where it cannot read it. */
export function takeApart(
	file: Source,
	body: Span,
	{ signs, dialect }: Pick<Scan, 'signs' | 'dialect'>,
): Text {
	const source = bodyAlone(file, body);
	const markdown = dialect === 'policy' ? markdownOf(source) : undefined;
	const root = markdown?.root ?? mdxToMdast(source, { features: { smartPunctuation: false } });
	let plain = '';
	let at = 0;
	for (const [start, end] of signs.toSorted((a, b) => a[0] - b[0])) {
		if (start < at) continue;
		plain += source.slice(at, start) + blank(source.slice(start, end));
		at = end;
	}
	plain += source.slice(at);
	const blocks = root.type === 'root' ? root.children : [];
	return { file, body, plain, blocks, ...(markdown && { markdown }) };
}

/** The stretch of the file that a node was read from. */
export const spanOf = ({ position }: MdastNode): Span => [
	position?.start.offset ?? 0,
	position?.end.offset ?? 0,
];

/** What a node holds; nothing where it holds no nodes. */
export const childrenOf = (node: MdastNode): readonly MdastNode[] =>
	'children' in node ? (node.children as readonly MdastNode[]) : [];

/** Every node of a text, outer ones first, with the nodes around it. */
export function* nodes(
	blocks: readonly MdastNode[],
	around: readonly MdastNode[] = [],
): Generator<{ readonly node: MdastNode; readonly around: readonly MdastNode[] }> {
	for (const node of blocks) {
		yield { node, around };
		yield* nodes(childrenOf(node), [...around, node]);
	}
}

/** The words of a node, without its marks. */
export const wordsOf = (node: MdastNode): string =>
	node.type === 'text' || node.type === 'inlineCode'
		? cutAtComments(node.value)
				.filter((_, index) => index % 2 === 0)
				.join('')
		: childrenOf(node).map(wordsOf).join('');

/** The paragraphs, headings and cells of a text: the smallest nodes that hold running words. */
export const paragraphs = ({ blocks }: Text) =>
	[...nodes(blocks)].filter(({ node }) =>
		['paragraph', 'heading', 'tableCell'].includes(node.type),
	);

/** Where the plain words of a text stand: no link addresses, code or tags. */
export const wordSpans = ({ blocks }: Text): Span[] =>
	[...nodes(blocks)].filter(({ node }) => node.type === 'text').map(({ node }) => spanOf(node));

/** Every match of a pattern in the plain words of a text. */
export function* matches(text: Text, pattern: RegExp) {
	for (const [start, end] of wordSpans(text))
		for (const found of text.plain.slice(start, end).matchAll(pattern)) {
			const from = start + found.index;
			yield { found, span: [from, from + found[0].length] as Span };
		}
}
