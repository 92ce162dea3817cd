import type { HastNode } from 'satteri';
import { type Block, joined, type Kind } from '#src/policies/text/document.ts';
import type { Decisions } from './decisions.ts';
import { attribute, childrenOf, type Element, isElement, wordsIn } from './hast.ts';
import { gridOf } from './grid.ts';
import { markerOf } from './item-marker.ts';
import { noteSign, runsOf } from './runs.ts';

const containers = new Set(
	'html body main article section div header figure figcaption details fieldset center address hgroup thead tbody'.split(
		' ',
	),
);
const left = new Set(
	'nav footer aside form script style template noscript iframe svg button input select textarea head video audio canvas object'.split(
		' ',
	),
);
const blockNames = new Set([
	...containers,
	...left,
	...'p ul ol dl blockquote table hr pre h1 h2 h3 h4 h5 h6 summary'.split(' '),
]);

const isBlock = (node: HastNode): node is Element =>
	isElement(node) && (blockNames.has(node.tagName) || childrenOf(node).some(isBlock));

/** What stands in a container, with containers that mean nothing opened, as blocks of HTML and runs of words between them. */
export function parts(nodes: readonly HastNode[], decisions: Decisions): (Element | HastNode[])[] {
	const found: (Element | HastNode[])[] = [];
	for (const node of nodes) {
		if (!isBlock(node)) {
			const last = found.at(-1);
			if (Array.isArray(last)) last.push(node);
			else found.push([node]);
		} else if (left.has(node.tagName)) leave(node, decisions);
		else if (isTransparent(node)) found.push(...parts(childrenOf(node), decisions), []);
		else found.push(node);
	}
	return found.filter(
		(part) =>
			!Array.isArray(part) ||
			part.some((node) => isElement(node) || wordsIn(node).trim() || node.type === 'comment'),
	);
}

const isTransparent = (node: Element): boolean =>
	!isNotes(node) &&
	(containers.has(node.tagName) || (!blockNames.has(node.tagName) && node.tagName !== 'li'));

function leave(node: Element, decisions: Decisions): void {
	const words = wordsIn(node).replace(/\s+/g, ' ').trim();
	if (words && !['script', 'style', 'head', 'noscript'].includes(node.tagName))
		decisions.add(
			`<${node.tagName}> was left out: “${words.slice(0, 60)}${words.length > 60 ? '…' : ''}”.`,
		);
}

const isNotes = (node: Element): boolean =>
	'dataFootnotes' in node.properties ||
	(node.tagName === 'ol' &&
		childrenOf(node).some(
			(item) => isElement(item) && noteSign(attribute(item, 'id')) !== undefined,
		));

/** Blocks of a policy, `depth` containers deep. */
export function blocksOf(nodes: readonly HastNode[], decisions: Decisions, depth = 0): Block[] {
	return parts(nodes, decisions).flatMap((part) => {
		if (Array.isArray(part)) return paragraph(part, decisions, depth);
		return blockOf(part, decisions, depth);
	});
}

function paragraph(nodes: readonly HastNode[], decisions: Decisions, depth: number): Block[] {
	const runs = runsOf(nodes, decisions);
	return runs.length > 0 ? [{ kind: 'paragraph', depth, runs, anchors: [] }] : [];
}

/** One element as blocks. */
export function blockOf(node: Element, decisions: Decisions, depth: number): Block[] {
	const children = childrenOf(node);
	if (isNotes(node)) return notes(node, decisions, depth + 1);
	switch (node.tagName) {
		case 'ul':
		case 'ol':
			return items(node, decisions, depth + 1);
		case 'blockquote':
			return opened(children, { kind: 'quote', decisions, depth: depth + 1 });
		case 'dl':
			return definitions(children, decisions, depth + 1);
		case 'table':
			return table(node, decisions, depth);
		case 'hr':
			return [{ kind: 'rule', depth, runs: [], anchors: [] }];
		case 'pre':
			return code(node, depth);
		default:
			if (/^(h\d|summary)$/.test(node.tagName)) return inBold(node, decisions, depth);
			return children.some(isBlock)
				? blocksOf(children, decisions, depth)
				: paragraph(children, decisions, depth);
	}
}

function inBold(node: Element, decisions: Decisions, depth: number): Block[] {
	const words = wordsIn(node).trim();
	decisions.add(
		`A heading inside a list, a table or a quotation became bold words: “${words.slice(0, 60)}”.`,
	);
	return words
		? [
				{
					kind: 'paragraph',
					depth,
					runs: [{ text: words.replace(/\s+/g, ' '), strong: true }],
					anchors: [],
				},
			]
		: [];
}

function code(node: Element, depth: number): Block[] {
	const lines = wordsIn(node).trimEnd().split('\n');
	const runs = lines.flatMap((text, index) => [
		{ text: index > 0 ? '\n' : '' },
		{ text, code: true as const },
	]);
	return [{ kind: 'quote', depth: depth + 1, runs: joined(runs), anchors: [] }];
}

interface Opening {
	readonly kind: Kind;
	readonly decisions: Decisions;
	readonly depth: number;
	readonly more?: Partial<Block>;
}

function opened(nodes: readonly HastNode[], { kind, decisions, depth, more }: Opening): Block[] {
	const [first, ...rest] = blocksOf(nodes, decisions, depth);
	if (first?.kind === 'paragraph' && first.depth === depth)
		return [{ ...first, kind, ...more }, ...rest];
	if (!first) return [];
	return [{ kind, depth, runs: [], anchors: [], ...more }, first, ...rest];
}

function items(list: Element, decisions: Decisions, depth: number): Block[] {
	const own = childrenOf(list).filter((node) => isElement(node) || wordsIn(node).trim());
	let value = Number(attribute(list, 'start') || 1);
	return own.flatMap((item) => {
		const element = isElement(item) && item.tagName === 'li' ? item : undefined;
		const given = element && attribute(element, 'value');
		if (given) value = Number(given);
		const marker = markerOf(list, element, value);
		value++;
		const more = list.tagName === 'ol' ? { marker } : {};
		const kind = list.tagName === 'ol' ? 'number' : 'bullet';
		return opened(element ? childrenOf(element) : [item], { kind, decisions, depth, more });
	});
}

function notes(node: Element, decisions: Decisions, depth: number): Block[] {
	const list =
		node.tagName === 'ol'
			? node
			: childrenOf(node).find(
					(child): child is Element => isElement(child) && child.tagName === 'ol',
				);
	return childrenOf(list ?? node).flatMap((item) => {
		const label = isElement(item) ? noteSign(attribute(item, 'id')) : undefined;
		return label === undefined
			? []
			: opened(childrenOf(item), { kind: 'note', decisions, depth, more: { label } });
	});
}

function definitions(nodes: readonly HastNode[], decisions: Decisions, depth: number): Block[] {
	return nodes.flatMap((node): Block[] => {
		if (!isElement(node)) return [];
		if (node.tagName === 'dd')
			return opened(childrenOf(node), { kind: 'definition', decisions, depth });
		if (node.tagName === 'dt')
			return [{ kind: 'term', depth, runs: runsOf(childrenOf(node), decisions), anchors: [] }];
		return definitions(childrenOf(node), decisions, depth);
	});
}

function table(node: Element, decisions: Decisions, depth: number): Block[] {
	const rows = rowsOf(node);
	const grid = gridOf(rows.map(cellsOf));
	const width = Math.max(0, ...grid.map((row) => row.findLastIndex((cell) => cell) + 1));
	if (
		rows.some((row) =>
			cellsOf(row).some((cell) => 'colSpan' in cell.properties || 'rowSpan' in cell.properties),
		)
	)
		decisions.add(
			`A table has cells over several rows or columns; each stands in its first place now: “${opening(node)}”.`,
		);
	const captions = childrenOf(node).filter(
		(child): child is Element => isElement(child) && child.tagName === 'caption',
	);
	const caption = captions.flatMap((one) => paragraph(childrenOf(one), decisions, depth));
	return [
		...caption,
		...grid.map((row, index): Block => {
			const full = Array.from({ length: width }, (_, column) => {
				const { [column]: cell } = row;
				return cell ? cellRuns(cell, decisions) : [];
			});
			const runs = joined(
				full.flatMap((cell, column) => [...(column > 0 ? [{ text: '\t' }] : []), ...cell]),
			);
			return { kind: index === 0 ? 'head' : 'row', depth, runs, anchors: [] };
		}),
	];
}

/** A cell's paragraphs and items on one line: a cell of Markdown has no others. */
function cellRuns(cell: Element, decisions: Decisions) {
	const found = blocksOf(childrenOf(cell), decisions);
	if (found.length > 1)
		decisions.add(
			`A cell of a table had several paragraphs, now parted by “; ”: “${opening(cell)}”.`,
		);
	const runs = found.flatMap(({ runs: own }, index) => [
		...(index > 0 ? [{ text: '; ' }] : []),
		...own,
	]);
	return joined(runs.map((run) => ({ ...run, text: run.text.replace(/[\n\t]/g, ' ') })));
}

const rowsOf = (node: HastNode): Element[] =>
	childrenOf(node).flatMap((child) =>
		isElement(child) && child.tagName === 'tr'
			? [child]
			: isElement(child) && child.tagName !== 'td'
				? rowsOf(child)
				: [],
	);

const cellsOf = (row: Element): Element[] =>
	childrenOf(row).filter(
		(cell): cell is Element => isElement(cell) && /^t[dh]$/.test(cell.tagName),
	);

/** The first words of an element, for a person to find it by. */
const opening = (node: HastNode): string => {
	const words = (part: HastNode): string =>
		part.type === 'text' ? part.value : childrenOf(part).map(words).join(' ');
	return words(node).replace(/\s+/g, ' ').trim().slice(0, 60);
};
