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
	const column = node.position?.start.column ?? 1;
	let atStart = true;
	for (const child of node.children) {
		const lines = child.type === 'text' ? linesOf(child, source) : [];
		for (const [index, line] of lines.entries()) {
			const markers = index > 0 || atStart ? markersOf(line) : [];
			const inner = found.length > 0;
			const text = { ...child, value: (index > 0 ? '\n' : '') + line.text } as Text;
			const rest = { ...child, value: line.text.replace(start, '') } as Text;
			const unmarked = markers.length > 0 ? [rest] : [text];
			const own = { node, markers, inner, column: index > 0 ? line.column : column };
			if (!inner || markers.length > 0) found.push({ ...own, children: [text], unmarked });
			else add(found, text);
		}
		if (child.type !== 'text') {
			if (found.length === 0)
				found.push({ node, markers: [], inner: false, column, children: [], unmarked: [] });
			add(found, child);
		}
		atStart = child.type === 'break';
	}
	return found;
}

function add(found: readonly Piece[], child: MdastNode): void {
	found.at(-1)?.children.push(child);
	found.at(-1)?.unmarked.push(child);
}

interface Line {
	readonly text: string;
	readonly column: number;
	readonly escaped: boolean;
}

/** The lines of a text with how each is set in; a marker behind a backslash is none. */
function linesOf(node: Text, source: string): Line[] {
	const raw = written(node, source).split('\n');
	return node.value.split('\n').map((text, index) => {
		const [lead = ''] = /^[\s>]*/.exec(raw[index] ?? '') ?? [];
		const escaped = /^\(?\w*\\/.test((raw[index] ?? '').slice(lead.length));
		return { text, column: lead.length + 1, escaped };
	});
}

function markersOf({ text, escaped }: Line): Marker[] {
	const [, sign] = escaped ? [] : (start.exec(text) ?? []);
	return sign ? readings(sign).filter((marker) => !isMarkdown(marker)) : [];
}
