import type { MdastNode } from 'satteri';
import { type Block, joined, type Kind } from './document.ts';
import { inline } from './inline.ts';
import type { Marker } from './markers.ts';
import { type Piece, pieces } from './pieces.ts';
import { type Reading, written } from './reading.ts';
import { outOfOrder, type Standing, standings } from './series.ts';
import { htmlMessage } from './tags.ts';

type Node<Type extends MdastNode['type']> = Extract<MdastNode, { type: Type }>;

/** Reads what stands one after the other into blocks, `depth` containers deep; what has no place there is reported. */
export function blocks(nodes: readonly MdastNode[], reading: Reading, depth = 0): Block[] {
	const parts = nodes.flatMap((node): (Piece | MdastNode)[] =>
		node.type === 'paragraph' ? pieces(node, reading) : [node],
	);
	const standing = standings(
		parts.map((part) =>
			'markers' in part
				? part
				: { markers: [], column: part.position?.start.column ?? 1, inner: false },
		),
	);
	const placed = parts.map((part, index) => ({ part, place: standing[index] ?? { depth: 0 } }));
	return textsJoined(placed, reading).flatMap(({ part, place }) => {
		const deep = depth + place.depth;
		if (!('markers' in part)) return block(part, reading, deep);
		const { marker } = place;
		return paragraph(part, { reading, depth: deep, ...(marker && { marker }) });
	});
}

interface Placed {
	readonly part: Piece | MdastNode;
	readonly place: Standing;
}

/** A line that is no item goes on with the paragraph it was cut from. */
function textsJoined(parts: readonly Placed[], { report }: Reading): Placed[] {
	const result: Placed[] = [];
	for (const { part, place } of parts) {
		const last = result.at(-1);
		if (!last || !('markers' in part) || !('markers' in last.part)) result.push({ part, place });
		else if (!part.inner || place.marker) result.push({ part, place });
		else {
			const { part: before } = last;
			if (last.place.marker && place.expected)
				report(part.offset, 'list-order', outOfOrder(signOf(part), place.expected));
			before.children.push(...part.children);
			before.unmarked.push(...part.children);
		}
	}
	return result;
}

const signOf = ({ children: [first] }: Piece): string =>
	first?.type === 'text' ? (first.value.trim().split(' ')[0] ?? '') : '';

interface Place {
	readonly reading: Reading;
	readonly depth: number;
	readonly marker?: Marker;
}

function paragraph(
	{ node, children, unmarked }: Piece,
	{ reading, depth, marker }: Place,
): Block[] {
	const { runs, ids } = inline(marker ? unmarked : children, reading);
	if (runs.length > 0)
		return [
			{
				kind: marker ? 'number' : 'paragraph',
				depth,
				runs,
				anchors: ids,
				...(marker && { marker }),
			},
		];
	if (ids.length > 0)
		reading.report(
			node,
			'anchor-alone',
			`Write the id at the end of a paragraph or an item: … {/* #${ids[0]} */}`,
		);
	return [];
}

function block(node: MdastNode, reading: Reading, depth: number): Block[] {
	const { report, source } = reading;
	switch (node.type) {
		case 'list':
			return items(node, reading, depth + 1);
		case 'table':
			return rows(node, reading, depth);
		case 'thematicBreak':
			return [{ kind: 'rule', depth, runs: [], anchors: [] }];
		case 'blockquote':
			return opened(node.children, { kind: 'quote', reading, depth: depth + 1 });
		case 'descriptionList':
			return definitions(node, reading, depth + 1);
		case 'footnoteDefinition':
			return note(node, reading, depth + 1);
		case 'definition':
			return [];
		case 'html':
			report(node, 'html', htmlMessage(node.value, node.value));
			return [];
		case 'code':
			report(node, 'code', codeMessage(written(node, source)));
			return [];
		case 'heading':
			report(
				node,
				'heading-inside',
				'A heading stands by itself, not in a list or a quotation: take the signs before its # out.',
			);
			return [];
		default:
			report(
				node,
				'markup-other',
				`A policy holds headings, paragraphs, lists and tables, not ${node.type} markup.`,
			);
			return [];
	}
}

const codeMessage = (text: string): string =>
	/^(?:```|~~~)/.test(text)
		? 'A policy has no block of code: write `code` inside a paragraph, or start the lines with “> ” to quote them.'
		: `Four blanks at the start of a line make code of it. Start it with three at most: ${text.trim().split('\n')[0]}`;

interface Opening {
	readonly kind: Kind;
	readonly reading: Reading;
	readonly depth: number;
	/** What the opening block has besides its words. */
	readonly more?: Partial<Block>;
}

/** What a container holds; its first words stand in the block that opens it. */
function opened(nodes: readonly MdastNode[], { kind, reading, depth, more }: Opening): Block[] {
	const [first, ...rest] = blocks(nodes, reading, depth);
	if (first?.kind === 'paragraph' && first.depth === depth)
		return [{ ...first, kind, ...more }, ...rest];
	return [{ kind, depth, runs: [], anchors: [], ...more }, ...(first ? [first] : []), ...rest];
}

function items(list: Node<'list'>, reading: Reading, depth: number): Block[] {
	const { report, source } = reading;
	return list.children.flatMap((item, index) => {
		if (item.checked !== null && item.checked !== undefined)
			report(
				item,
				'list-box',
				'A policy has no boxes to tick: take [ ] out of the item, or write ☐ for the sign.',
			);
		if (!list.ordered) return opened(item.children, { kind: 'bullet', reading, depth });
		const marker = numbered(item, (list.start ?? 1) + index);
		return opened(item.children, { kind: 'number', reading, depth, more: { marker } });
	});

	function numbered(item: MdastNode, value: number): Marker {
		const [, typed = '1', form = '.'] = /^(\d+)([.)])/.exec(written(item, source)) ?? [];
		if (Number(typed) !== value && Number(typed) !== list.start)
			report(
				item,
				'list-order',
				`This item is printed with the number ${value}, not ${typed}: write ${value}${form}`,
			);
		return { type: '1', form: form === ')' ? ')' : '.', value };
	}
}

function definitions(list: Node<'descriptionList'>, reading: Reading, depth: number): Block[] {
	return list.children.flatMap((node): Block[] => {
		if (node.type === 'descriptionDetails')
			return opened(node.children, { kind: 'definition', reading, depth });
		const { runs, ids } = inline(node.children, reading);
		return [{ kind: 'term', depth, runs, anchors: ids }];
	});
}

function note(node: Node<'footnoteDefinition'>, reading: Reading, depth: number): Block[] {
	const label = node.label ?? node.identifier;
	if (!/^[\w*†‡§-]+$/.test(label))
		reading.report(
			node,
			'markup-other',
			'The sign of a footnote is a number, letters or one of * † ‡ §: [^1]',
		);
	return opened(node.children, { kind: 'note', reading, depth, more: { label } });
}

function rows(table: Node<'table'>, reading: Reading, depth: number): Block[] {
	const width = table.children[0]?.children.length ?? 0;
	return table.children.map((row, index) => {
		const cells = row.children.map((cell) => inline(cell.children, reading));
		if (cells.length > width)
			reading.report(
				row,
				'checked',
				`The row has ${cells.length} cells, the head of the table ${width}: give it as many.`,
			);
		const parted = cells.flatMap((cell, column) => [
			...(column > 0 ? [{ text: '\t' }] : []),
			...cell.runs,
		]);
		const anchors = cells.flatMap(({ ids }) => ids);
		const align = index === 0 && table.align?.some((way) => way) ? { align: table.align } : {};
		return { kind: index === 0 ? 'head' : 'row', depth, runs: joined(parted), anchors, ...align };
	});
}
