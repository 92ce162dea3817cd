import { type Block, groupOf, opens } from './document.ts';
import { follows, label } from './markers.ts';

/** How a block is drawn: its words, and the attributes of the element around them. */
interface Pen<B extends Block> {
	readonly inside: (block: B) => string;
	readonly mark: (block: B) => string;
	/** Whether each number is written out, because not all items of a list are always shown. */
	readonly everyNumber?: boolean;
	/** The marker of an item, where browsers do not count it or it is said more about it. */
	readonly sign?: (block: B) => string;
	/** The class of a cell of a row, by its place in the row. */
	readonly cellClass?: (block: B, column: number) => string | undefined;
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
		return `<div${withClass('note', mark)}><sup>${first.label}</sup> ${words}${rest()}</div>`;
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
		const start = `<${tag}${valueMark(item, pen.everyNumber ? item : items[index - 1]?.[0])}${pen.mark(item)}>`;
		return `${start}${(pen.sign ?? signHtml)(item)}${pen.inside(item)}${draw(rest, pen)}</${tag}>`;
	});
	const list = groupOf(first.kind);
	return `<${list}${listMark(first)}>${inside.join('')}</${list}>`;
}

/** The attributes of an element with one more class. */
const withClass = (name: string, mark: string): string =>
	mark.includes(' class="')
		? mark.replace(' class="', ` class="${name} `)
		: ` class="${name}"${mark}`;

const tags: Partial<Record<Block['kind'], string>> = { term: 'dt', definition: 'dd' };

/** Digits, letters and numerals with a full stop are counted by browsers; other markers are written out. */
function listMark({ marker }: Block): string {
	if (!marker) return '';
	if (marker.form !== '.') return ' class="marked" role="list"';
	return marker.type === '1' ? '' : ` type="${marker.type}"`;
}

/** The number of an item, where it is not the one that a browser would count. */
function valueMark({ marker }: Block, before: Block | undefined): string {
	if (marker?.form !== '.') return '';
	const counted = before?.marker ? follows(before.marker, marker) : marker.value === 1;
	return counted ? '' : ` value="${marker.value}"`;
}

/** The marker of an item where browsers do not count it. */
export const signHtml = ({ marker }: Block): string =>
	marker && marker.form !== '.' ? `<span>${label(marker)}</span> ` : '';

function tableHtml<B extends Block>(rows: readonly B[], pen: Pen<B>): string {
	const align = rows[0]?.align ?? [];
	const html = rows.map((row) => {
		const tag = row.kind === 'head' ? 'th' : 'td';
		const cells = pen
			.inside(row)
			.split('\t')
			.map((cell, column) => {
				const mark = classMark(align[column], pen.cellClass?.(row, column));
				return `<${tag}${mark}>${cell}</${tag}>`;
			});
		return `<tr${pen.mark(row)}>${cells.join('')}</tr>`;
	});
	return `<div class="wide"><table>${html.join('')}</table></div>`;
}

function classMark(...classes: readonly (string | null | undefined)[]): string {
	const named = classes.filter(Boolean);
	return named.length > 0 ? ` class="${named.join(' ')}"` : '';
}
