import type { MdastNode } from 'satteri';
import type { Block } from './document.ts';
import { inline, type Report } from './inline.ts';

type Paragraph = Extract<MdastNode, { type: 'paragraph' }>;
type List = Extract<MdastNode, { type: 'list' }>;
type Table = Extract<MdastNode, { type: 'table' }>;

/** A comment for other editors; one that names a clause belongs at the end of a paragraph or item. */
const remark = /^\s*\/\*(?!\s*#)/;

/** Reads what stands between two headings into blocks, in order; what has no place there is reported. */
export function blocks(node: MdastNode, report: Report, depth = 0): Block[] {
	switch (node.type) {
		case 'paragraph':
			return [block(node, { kind: 'paragraph', depth, report })];
		case 'list':
			return items(node, report, depth + 1);
		case 'table':
			return rows(node, report);
		case 'mdxFlowExpression':
			if (!remark.test(node.value))
				report(node, 'Between paragraphs, braces hold only a remark: {/* such as this */}.');
			return [];
		default:
			report(
				node,
				`A policy holds headings, paragraphs, lists and tables, not ${node.type} markup.`,
			);
			return [];
	}
}

interface Place extends Pick<Block, 'kind' | 'depth'> {
	readonly report: Report;
}

function block(node: Paragraph, { kind, depth, report }: Place): Block {
	const { runs, ids } = inline(node.children, report);
	return { kind, depth, runs, anchors: ids };
}

function items(list: List, report: Report, depth: number): Block[] {
	const kind = list.ordered ? 'number' : 'bullet';
	if (list.ordered && list.start !== 1) report(list, 'A numbered list starts at 1.');
	return list.children.flatMap((item) => {
		const [first, ...rest] = item.children;
		if (first?.type !== 'paragraph') {
			report(item, 'An item of a list starts with words.');
			return [];
		}
		const own = block(first, { kind, depth, report });
		return [own, ...rest.flatMap((node) => blocks(node, report, depth))];
	});
}

function rows(table: Table, report: Report): Block[] {
	return table.children.map((row, index) => {
		const cells = row.children.map((cell) => inline(cell.children, report));
		const runs = cells.flatMap((cell, column) => [
			...(column > 0 ? [{ text: '\t' }] : []),
			...cell.runs,
		]);
		const kind = index === 0 ? 'head' : 'row';
		return { kind, depth: 0, runs, anchors: cells.flatMap(({ ids }) => ids) };
	});
}
