import type { MdastNode } from 'satteri';
import { isMarkdown, type Marker, readings } from './markers.ts';
import { type Reading, written } from './reading.ts';

/** A paragraph, or the part of one that starts at a line which is printed with a marker such as `(a)`. */
export interface Piece {
	readonly children: MdastNode[];
	/** The paragraph. */
	readonly node: MdastNode;
	/** What its marker may be; none for other text. */
	readonly markers: readonly Marker[];
	/** How far its line is set in. */
	readonly column: number;
	/** Where its line starts in the file. */
	readonly offset: number;
	/** The text without the marker is what an item holds. */
	readonly unmarked: MdastNode[];
	/** Whether it goes on from a piece of the same paragraph. */
	readonly inner: boolean;
}

type Text = Extract<MdastNode, { type: 'text' }>;

const start = /^(\(?(?:\d{1,3}|[a-z]{1,6}|[A-Z]{1,6})[.)]) +(?=\S)/;

/** Cuts a paragraph at the lines that start with a marker. */
export function pieces(
	node: Extract<MdastNode, { type: 'paragraph' }>,
	{ source }: Reading,
): Piece[] {
	const found: Piece[] = [];
	let atStart = true;
	for (const child of node.children) {
		if (found.length === 0 && child.type !== 'text') found.push(empty(node));
		if (child.type === 'text') addText(found, { node, child, source, atStart });
		else add(found, child);
		atStart = child.type === 'break';
	}
	return found;
}

interface Cut {
	/** The paragraph, and a text of it. */
	readonly node: MdastNode;
	readonly child: Text;
	readonly source: string;
	/** Whether the text starts a line. */
	readonly atStart: boolean;
}

function addText(found: Piece[], { node, child, source, atStart }: Cut): void {
	const { value } = child;
	if (!value.includes('\n') && !(atStart && start.test(value))) {
		if (found.length === 0) found.push(empty(node));
		add(found, child);
		return;
	}
	for (const [index, line] of linesOf(child, source).entries()) {
		const markers = index > 0 || atStart ? markersOf(line) : [];
		const text = { ...child, value: (index > 0 ? '\n' : '') + line.text } as Text;
		if (markers.length > 0) {
			const { column, offset } = index > 0 ? line : empty(node);
			const unmarked = [{ ...child, value: line.text.replace(start, '') } as Text];
			const inner = found.length > 0;
			found.push({ node, markers, inner, offset, column, children: [text], unmarked });
		} else {
			if (found.length === 0) found.push(empty(node));
			add(found, text);
		}
	}
}

const empty = (node: MdastNode): Piece => ({
	...{ node, children: [], unmarked: [], markers: [], inner: false },
	column: node.position?.start.column ?? 1,
	offset: node.position?.start.offset ?? 0,
});

function add(found: readonly Piece[], child: MdastNode): void {
	found.at(-1)?.children.push(child);
	found.at(-1)?.unmarked.push(child);
}

interface Line {
	readonly text: string;
	readonly column: number;
	readonly offset: number;
	readonly escaped: boolean;
}

/** The lines of a text with how each is set in; a marker behind a backslash is none. */
function linesOf(node: Text, source: string): Line[] {
	const raw = written(node, source).split('\n');
	let offset = node.position?.start.offset ?? 0;
	return node.value.split(/\r?\n/).map((text, index) => {
		const [lead = ''] = /^[\s>]*/.exec(raw[index] ?? '') ?? [];
		const escaped = /^\(?\w*\\/.test((raw[index] ?? '').slice(lead.length));
		const line = { text, escaped, column: lead.length + 1, offset: offset + lead.length };
		offset += (raw[index] ?? '').length + 1;
		return line;
	});
}

function markersOf({ text, escaped }: Line): Marker[] {
	const [, sign] = escaped ? [] : (start.exec(text) ?? []);
	return sign ? readings(sign).filter((marker) => !isMarkdown(marker)) : [];
}
