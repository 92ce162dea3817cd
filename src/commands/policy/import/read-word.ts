import { createHash } from 'node:crypto';
import { type HastNode, htmlToHast } from 'satteri';
import type { Decisions } from './decisions.ts';
import { childrenOf, isElement } from './hast.ts';
import type { Page, Picture } from './page.ts';

/** Reads a Word file: insertions that nobody accepted yet stand, and deletions are gone. */
export async function readWord(file: string, decisions: Decisions): Promise<Page> {
	const { default: mammoth } = await import('mammoth');
	const pictures: Picture[] = [];
	const convertImage = mammoth.images.imgElement(async (image) => {
		const bytes = await image.readAsBuffer();
		const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
		const src = `/pictures/${name}.${image.contentType.split('/').at(-1)?.replace('jpeg', 'jpg')}`;
		pictures.push({ src, bytes });
		return { src };
	});
	/** The title stands above the headings. */
	const levels = [1, 2, 3, 4, 5].map(
		(level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`,
	);
	const styleMap = ["p[style-name='Title'] => h1:fresh", ...levels, 'strike => s'];
	const { value, messages } = await mammoth.convertToHtml(
		{ path: file },
		{ convertImage, styleMap },
	);
	for (const { message } of messages) decisions.add(`Word: ${message}`);
	if (value.includes('<ol>'))
		decisions.add(
			'Word does not say whether a list is numbered 1., 2. or (a), (b): lists are numbered 1., 2. here. Where letters stood, write them at the start of the items.',
		);
	return { root: withoutEmptyItems(htmlToHast(footnotesByNumber(value))), pictures };
}

/** Footnotes named by the number that they are printed with; Word names them as they were written. */
function footnotesByNumber(html: string): string {
	const signs = html.matchAll(/href="#((?:foot|end)note-\w+)"[^>]*>\[(\d+)\]/g);
	const numbers = new Map([...signs].map(([, id = '', number = '']) => [id, number]));
	return html.replace(/(href="#|id=")((?:foot|end)note-\w+)"/g, (all, lead: string, id: string) =>
		numbers.has(id) ? `${lead}footnote-${numbers.get(id)}"` : all,
	);
}

/** Items that hold another list and no words, opened: so stands a second level that no first one goes before. */
function withoutEmptyItems(node: HastNode): HastNode {
	if (!('children' in node)) return node;
	const children = childrenOf(node).map(withoutEmptyItems).flatMap(opened);
	return { ...node, children } as HastNode;
}

function opened(node: HastNode): readonly HastNode[] {
	const items = isList(node) ? childrenOf(node) : [];
	if (!items.some(isEmpty)) return [node];
	const parts: HastNode[][] = [];
	for (const item of items) {
		const last = parts.at(-1);
		if (isEmpty(item) || !last || last.some(isEmpty)) parts.push([item]);
		else last.push(item);
	}
	return parts.flatMap((part): readonly HastNode[] => {
		const [item] = part;
		if (item && isEmpty(item)) return childrenOf(item);
		return [{ ...node, children: part } as HastNode];
	});
}

const isList = (node: HastNode): boolean => isElement(node) && /^[uo]l$/.test(node.tagName);
const isEmpty = (item: HastNode): boolean =>
	childrenOf(item).length > 0 && childrenOf(item).every(isList);
