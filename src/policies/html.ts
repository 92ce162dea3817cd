import type { Block, Run } from './document.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for HTML and XML, in content and in double-quoted attributes. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** A run of text as HTML. */
export function runHtml({ text, strong, em, href }: Run): string {
	let html = escaped(text).replaceAll('\n', '<br>');
	if (em) html = `<em>${html}</em>`;
	if (strong) html = `<strong>${html}</strong>`;
	return href === undefined ? html : `<a href="${escaped(href)}">${html}</a>`;
}

/** Draws the words of a block; the redline passes its own. */
type Draw<B extends Block> = (block: B) => string;

const words: Draw<Block> = ({ anchors, runs }) =>
	anchors.map((id) => `<a id="${id}"></a>`).join('') + runs.map(runHtml).join('');

/** Blocks as HTML: paragraphs, nested lists and tables. */
export const blocksHtml = (blocks: readonly Block[]): string => draw(blocks, words);

/** Blocks as HTML with the words of each drawn by `inside`. */
export function draw<B extends Block>(blocks: readonly B[], inside: Draw<B>): string {
	let html = '';
	for (let at = 0; at < blocks.length;) {
		const group = together(blocks.slice(at));
		html += groupHtml(group, inside);
		at += group.length;
	}
	return html;
}

/** The first block, with all that follows it in the same list or table. */
function together<B extends Block>(blocks: readonly B[]): readonly B[] {
	const [first] = blocks;
	if (!first || first.kind === 'paragraph') return blocks.slice(0, 1);
	const stranger = blocks.findIndex(({ kind, depth }, index) =>
		first.kind === 'head' || first.kind === 'row'
			? index > 0 && kind !== 'row'
			: depth < first.depth ||
				(depth === first.depth && kind !== first.kind && kind !== 'paragraph'),
	);
	return stranger === -1 ? blocks : blocks.slice(0, stranger);
}

function groupHtml<B extends Block>(group: readonly B[], inside: Draw<B>): string {
	const [first] = group;
	if (!first) return '';
	if (first.kind === 'paragraph') return `<p>${inside(first)}</p>`;
	if (first.kind === 'head' || first.kind === 'row') return tableHtml(group, inside);
	const list = first.kind === 'number' ? 'ol' : 'ul';
	return `<${list}>${itemsOf(group, first)
		.map((item) => itemHtml(item, inside))
		.join('')}</${list}>`;
}

/** The blocks of a list, item by item. */
function itemsOf<B extends Block>(group: readonly B[], { kind, depth }: Block): B[][] {
	const items: B[][] = [];
	for (const block of group) {
		if (block.kind === kind && block.depth === depth) items.push([block]);
		else items.at(-1)?.push(block);
	}
	return items;
}

function itemHtml<B extends Block>([first, ...rest]: readonly B[], inside: Draw<B>): string {
	if (!first) return '';
	const own = rest.map((block) =>
		block.kind === 'paragraph' && block.depth === first.depth ? { ...block, depth: 0 } : block,
	);
	return `<li>${inside(first)}${draw(own, inside)}</li>`;
}

function tableHtml<B extends Block>(rows: readonly B[], inside: Draw<B>): string {
	const row = (block: B, cell: 'th' | 'td') =>
		`<tr><${cell}>${inside(block).replaceAll('\t', `</${cell}><${cell}>`)}</${cell}></tr>`;
	return `<table>${rows.map((block) => row(block, block.kind === 'head' ? 'th' : 'td')).join('')}</table>`;
}
