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

/** How a block is drawn: its words, and the attributes of the element around them. */
interface Pen<B extends Block> {
	readonly inside: (block: B) => string;
	readonly mark: (block: B) => string;
}

const pen: Pen<Block> = {
	inside: ({ anchors, runs }) =>
		anchors.map((id) => `<a id="${id}"></a>`).join('') + runs.map(runHtml).join(''),
	mark: () => '',
};

/** Blocks as HTML: paragraphs, nested lists and tables. */
export const blocksHtml = (blocks: readonly Block[]): string => draw(blocks, pen);

/** Blocks of any kind as HTML, each drawn by `pen`. */
export function draw<B extends Block>(blocks: readonly B[], pen: Pen<B>): string {
	let html = '';
	for (let at = 0; at < blocks.length;) {
		const group = together(blocks.slice(at));
		html += groupHtml(group, pen);
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

function groupHtml<B extends Block>(group: readonly B[], pen: Pen<B>): string {
	const [first] = group;
	if (!first) return '';
	if (first.kind === 'paragraph') return `<p${pen.mark(first)}>${pen.inside(first)}</p>`;
	if (first.kind === 'head' || first.kind === 'row') return tableHtml(group, pen);
	const list = first.kind === 'number' ? 'ol' : 'ul';
	return `<${list}>${itemsOf(group, first)
		.map((item) => itemHtml(item, pen))
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

function itemHtml<B extends Block>([first, ...rest]: readonly B[], pen: Pen<B>): string {
	if (!first) return '';
	const own = rest.map((block) =>
		block.kind === 'paragraph' && block.depth === first.depth ? { ...block, depth: 0 } : block,
	);
	return `<li${pen.mark(first)}>${pen.inside(first)}${draw(own, pen)}</li>`;
}

function tableHtml<B extends Block>(rows: readonly B[], { inside, mark }: Pen<B>): string {
	const html = rows.map((row) => {
		const tag = row.kind === 'head' ? 'th' : 'td';
		const cells = inside(row)
			.split('\t')
			.map((cell) => `<${tag}>${cell}</${tag}>`);
		return `<tr${mark(row)}>${cells.join('')}</tr>`;
	});
	return `<table>${html.join('')}</table>`;
}
