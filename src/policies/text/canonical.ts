import { createHash } from 'node:crypto';
import { type Block, type Clause, type Document, numbers, opens } from './document.ts';
import { abbreviations, markdown, rowMarkdown } from './markdown.ts';
import { follows, isMarkdown, label } from './markers.ts';
import { remembered } from './remembered.ts';

/** The text that a version is held to: Markdown with numbered headings and the ids as comments. */
export function canonical(document: Document): string {
	const number = numbers(document);
	const clauses = document.map((clause, index) => clauseText(clause, number[index] ?? ''));
	return [...clauses, ...abbreviations(document)].join('\n');
}

/** SHA-256 of a canonical text, hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function clauseText({ id, level, title, blocks }: Clause, number: string): string {
	const heading = `${'#'.repeat(level)} ${number} ${markdown(title)} {/* #${id} */}`;
	return `${[heading, blocksText(blocks)].filter(Boolean).join('\n\n')}\n`;
}

/** Blocks as Markdown, without the comments and numbers of headings. */
export const blocksText = remembered('blocks as Markdown', (blocks: readonly Block[]): string => {
	/** What the lines of a block start with, and what was opened last, by depth. */
	const prefixes = [''];
	const opened: Block[] = [];
	let text = '';
	blocks.forEach((block, index) => {
		const { kind, depth } = block;
		const before = blocks[index - 1];
		const own = (opens(kind) ? prefixes[depth - 1] : prefixes[depth]) ?? '';
		const lead = leadOf(block);
		text += before ? between(before, block, { own, last: opened[depth] }) : own;
		if (opens(kind)) prefixes[depth] = own + setIn(block, lead);
		text += lead + words(block).replaceAll('\n', `\n${prefixes[depth] ?? ''}`);
		opened.length = depth;
		if (opens(kind)) opened[depth] = block;
	});
	return text;
});

const isLettered = ({ marker }: Block) => marker !== undefined && !isMarkdown(marker);
const isEmpty = ({ runs, anchors }: Block) => runs.length === 0 && anchors.length === 0;

/** What the lines inside a block start with. Letters are no markers to Markdown: one blank tells what is theirs. */
function setIn({ kind, marker }: Block, lead: string): string {
	if (kind === 'quote') return lead;
	return ' '.repeat(marker && !isMarkdown(marker) ? 1 : lead.length);
}

/** What a block that opens something starts with. */
function leadOf({ kind, marker, label: sign }: Block): string {
	if (kind === 'bullet') return '- ';
	if (kind === 'number') return `${label(marker ?? { type: '1', form: '.', value: 1 })} `;
	if (kind === 'definition') return ': ';
	if (kind === 'quote') return '> ';
	return kind === 'note' ? `[^${sign}]: ` : '';
}

interface Around {
	/** What the lines of the block start with. */
	readonly own: string;
	/** What was opened last at its depth, if nothing closed it. */
	readonly last: Block | undefined;
}

/** What stands between two blocks: nothing inside an item without words, a line end inside a list or table. */
function between(before: Block, block: Block, { own, last }: Around): string {
	if (opens(before.kind) && isEmpty(before) && block.depth >= before.depth) return '';
	const close = block.kind === 'row' || goesOn(before, block, last);
	return `${close ? '\n' : `\n${own.trimEnd()}\n`}${own}`;
}

function goesOn(before: Block, { kind, marker, depth }: Block, last: Block | undefined): boolean {
	if (kind === 'definition') return before.kind === 'term';
	const list = kind === 'bullet' || kind === 'number';
	/** Only a bullet and the first number start a list on the line after other words. */
	const starts = marker === undefined || marker.value === 1;
	const goes = last?.marker !== undefined && marker !== undefined && follows(last.marker, marker);
	/** A line with a letter would be taken for the words of a Markdown list's last item. */
	const lazy = marker && !isMarkdown(marker) && before.depth >= depth && !isLettered(before);
	return list && before.depth > 0 && before.kind !== 'row' && (starts || goes) && !lazy;
}

function words({ kind, runs, anchors, align }: Block): string {
	if (kind === 'rule') return '***';
	const ids = anchors.map((id) => `{/* #${id} */}`);
	const text = (line: string) => [line, ...ids].filter(Boolean).join(' ');
	if (kind === 'head' || kind === 'row')
		return rowMarkdown(runs, { ids, align, head: kind === 'head' });
	return text(markdown(runs));
}
