import { type Block, groupOf, opens } from './document.ts';
import { follows } from './markers.ts';

/** How a block is drawn: its words, and the attributes of the element around them. */
interface Pen<B extends Block> {
	readonly inside: (block: B) => string;
	readonly mark: (block: B) => string;
}

/** Blocks of any kind as HTML, each drawn by `pen`. */
export function draw<B extends Block>(blocks: readonly B[], pen: Pen<B>): string {
	let html = '';
	for (let at = 0; at < blocks.length;) {
		const end = endOfGroup(blocks, at);
		html += groupHtml(blocks.slice(at, end), pen);
		at = end;
	}
	return html;
}

/** Where the list, table or other thing that starts at `start` ends. */
function endOfGroup(blocks: readonly Block[], start: number): number {
	const { [start]: first } = blocks;
	if (!first) return start;
	const length = blocks.slice(start + 1).findIndex((next) => !belongs(first, next));
	return length === -1 ? blocks.length : start + 1 + length;
}

/** Whether a block is part of the list, table or other thing that `first` starts. */
function belongs(first: Block, next: Block): boolean {
	if (isRow(first)) return next.kind === 'row' && next.depth === first.depth;
	if (!opens(first.kind)) return false;
	if (next.depth !== first.depth) return next.depth > first.depth;
	return !opens(next.kind) || sameList(first, next);
}

/** Whether two blocks are items of one list; a quotation and a footnote stand alone. */
function sameList(a: Block, b: Block): boolean {
	const markers = a.marker?.type === b.marker?.type && a.marker?.form === b.marker?.form;
	return groupOf(a.kind) === groupOf(b.kind) && !alone(a) && markers;
}

const isRow = ({ kind }: Block) => kind === 'head' || kind === 'row';
const alone = ({ kind }: Block) => kind === 'quote' || kind === 'note';

function groupHtml<B extends Block>(group: readonly B[], pen: Pen<B>): string {
	const [first] = group;
	if (!first) return '';
	const mark = pen.mark(first);
	if (first.kind === 'rule') return `<hr${mark}>`;
	if (isRow(first)) return tableHtml(group, pen);
	if (!opens(first.kind)) return `<p${mark}>${pen.inside(first)}</p>`;
	const rest = () => draw(group.slice(1), pen);
	const words = pen.inside(first);
	if (first.kind === 'quote')
		return `<blockquote${mark}>${words && `<p>${words}</p>`}${rest()}</blockquote>`;
	if (first.kind === 'note')
		return `<div class="note"${mark}><sup>${first.label}</sup> ${words}${rest()}</div>`;
	return listHtml(group, first, pen);
}

function listHtml<B extends Block>(group: readonly B[], first: B, pen: Pen<B>): string {
	const items: [B, ...B[]][] = [];
	for (const block of group) {
		if (opens(block.kind) && block.depth === first.depth) items.push([block]);
		else items.at(-1)?.push(block);
	}
	const inside = items.map(([item, ...rest], index) => {
		const tag = tags[item.kind] ?? 'li';
		const start = `<${tag}${valueMark(item, items[index - 1]?.[0])}${pen.mark(item)}>`;
		return `${start}${pen.inside(item)}${draw(rest, pen)}</${tag}>`;
	});
	const list = groupOf(first.kind);
	return `<${list}${listMark(first)}>${inside.join('')}</${list}>`;
}

const tags: Partial<Record<Block['kind'], string>> = { term: 'dt', definition: 'dd' };

/** Letters and numerals as HTML has them; brackets by the style sheet. */
function listMark({ marker }: Block): string {
	if (!marker) return '';
	const type = marker.type === '1' ? '' : ` type="${marker.type}"`;
	const form = marker.form === '.' ? '' : ` data-form="${marker.form}"`;
	return type + form;
}

/** The number of an item, where it is not the one that a browser would count. */
function valueMark({ marker }: Block, before: Block | undefined): string {
	if (!marker) return '';
	const counted = before?.marker ? follows(before.marker, marker) : marker.value === 1;
	return counted ? '' : ` value="${marker.value}"`;
}

function tableHtml<B extends Block>(rows: readonly B[], { inside, mark }: Pen<B>): string {
	const align = rows[0]?.align ?? [];
	const html = rows.map((row) => {
		const tag = row.kind === 'head' ? 'th' : 'td';
		const cells = inside(row)
			.split('\t')
			.map((cell, column) => `<${tag}${alignMark(align[column])}>${cell}</${tag}>`);
		return `<tr${mark(row)}>${cells.join('')}</tr>`;
	});
	return `<table>${html.join('')}</table>`;
}

const alignMark = (align: 'left' | 'right' | 'center' | null | undefined) =>
	align ? ` class="${align}"` : '';
