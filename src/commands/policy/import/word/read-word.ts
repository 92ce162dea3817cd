import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type HastNode, htmlToHast } from 'satteri';
import type { Decisions } from '../decisions.ts';
import { ImportError } from '../import-error.ts';
import { attribute, childrenOf, isElement } from '../hast.ts';
import type { Page, Picture } from '../page.ts';
import { packed, unpacked } from './archive.ts';
import { tellLeftOut } from './left-out.ts';
import { markerIn, withMarkers } from './paragraphs.ts';

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
	const contents = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => !`);
	const styleMap = ["p[style-name='Title'] => h1:fresh", ...levels, ...contents, 'strike => s'];
	const buffer = prepared(file, decisions);
	const { value, messages } = await mammoth
		.convertToHtml({ buffer }, { convertImage, styleMap })
		.catch((cause: unknown) => {
			throw new ImportError(
				`${file} has parts that do not fit together. Open it in Word, save it under another name, and import that.`,
				{ cause },
			);
		});
	for (const { message } of messages) tellMessage(message, decisions);
	return {
		root: withMarkedItems(withoutEmptyItems(htmlToHast(footnotesByNumber(value)))),
		pictures,
	};
}

/** Styles that look like running text. */
const running =
	/^(?:list paragraph|body text.*|no spacing|normal \(web\)|default|quote|intense quote|subtitle|caption|plain text)$/i;

/** What the reader of Word files did not know, in words for the person who imports. */
function tellMessage(message: string, decisions: Decisions): void {
	const [, kind, style = ''] = /^Unrecognised (paragraph|run) style: '(.*)' \(/.exec(message) ?? [];
	if (kind === 'paragraph' && !running.test(style))
		decisions.add(
			`Paragraphs of the style “${style}” became running text: if they are headings, give them one of Word’s own styles for headings, such as Heading 1, and import the file again.`,
		);
	if (!kind) decisions.add(`Word: ${message}`);
}

/** A Word file with the markers of its items in it; what it has and does not give is told. */
function prepared(file: string, decisions: Decisions): Buffer {
	const parts = unpacked(readFileSync(file));
	if (!parts?.has('word/document.xml'))
		throw new ImportError(
			`${file} is no Word file that can be read: it may be locked with a password, or be of an older kind. Open it in Word, and save it as .docx without a password.`,
		);
	const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
	tellLeftOut(text, [...parts.keys()], decisions);
	const [document, styles, numbering] = ['document', 'styles', 'numbering'].map((name) =>
		text(`word/${name}.xml`),
	);
	const marked = withMarkers({
		document: document ?? '',
		styles: styles ?? '',
		numbering: numbering ?? '',
	});
	return packed(parts.set('word/document.xml', Buffer.from(marked)));
}

/** Items with their markers as attributes, which bookmarks told. */
function withMarkedItems(node: HastNode): HastNode {
	if (!('children' in node)) return node;
	const children = childrenOf(node).map(withMarkedItems);
	const [first, ...rest] = children;
	const marker =
		first && isElement(first) && first.tagName === 'a' && markerIn(attribute(first, 'id'));
	if (!marker) return { ...node, children } as HastNode;
	const { type, form, value } = marker;
	const properties = { type, value: String(value), dataForm: form };
	return { ...node, properties, children: rest } as HastNode;
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
