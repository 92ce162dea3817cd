import { createHash } from 'node:crypto';
import { type Block, type Clause, type Document, numbers, type Run } from './document.ts';

/** The text that a version is held to: Markdown with numbered headings and the ids as comments. */
export function canonical(document: Document): string {
	const number = numbers(document);
	return document.map((clause, index) => clauseText(clause, number[index] ?? '')).join('\n');
}

/** SHA-256 of a canonical text, hexadecimal. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function clauseText({ id, level, title, blocks }: Clause, number: string): string {
	const heading = `${'#'.repeat(level)} ${number} ${markdown(title)} {/* #${id} */}`;
	return `${[heading, blocksText(blocks)].filter(Boolean).join('\n\n')}\n`;
}

function blocksText(blocks: readonly Block[]): string {
	const indents = [''];
	const counts: number[] = [];
	let text = '';
	blocks.forEach((block, index) => {
		const { kind, depth } = block;
		const outer = indents[depth - 1] ?? '';
		let lead = indents[depth] ?? '';
		counts.length = depth + 1;
		if (kind === 'bullet' || kind === 'number') {
			counts[depth] = kind === 'number' ? (counts[depth] ?? 0) + 1 : 0;
			const marker = kind === 'number' ? `${counts[depth]}. ` : '- ';
			lead = outer + marker;
			indents[depth] = outer + ' '.repeat(marker.length);
		}
		text +=
			between(blocks[index - 1], block) +
			lead +
			words(block).replaceAll('\n', `\n${indents[depth]}`);
	});
	return text;
}

function between(before: Block | undefined, { kind, depth }: Block): string {
	if (!before) return '';
	const close = kind === 'row' || (kind !== 'paragraph' && before.depth > 0 && depth > 0);
	return close ? '\n' : '\n\n';
}

function words({ kind, runs, anchors }: Block): string {
	const text = [markdown(runs), ...anchors.map((id) => `{/* #${id} */}`)].join(' ');
	if (kind !== 'head' && kind !== 'row') return text;
	const row = `| ${text.replaceAll('\t', ' | ')} |`;
	const columns = text.split('\t').length;
	return kind === 'head' ? `${row}\n|${' --- |'.repeat(columns)}` : row;
}

/** Runs as Markdown; a link that holds several styles is written once. */
export function markdown(runs: readonly Run[]): string {
	let text = '';
	runs.forEach((run, index) => {
		const opens = run.href !== undefined && runs[index - 1]?.href !== run.href;
		const closes = run.href !== undefined && runs[index + 1]?.href !== run.href;
		text += `${opens ? '[' : ''}${styled(run)}${closes ? `](${run.href})` : ''}`;
	});
	return lineStart(text);
}

function styled({ text, strong, em }: Run): string {
	const safe = text.replace(/[\\`*_[\]<{}|~]|&(?=#?\w+;)/g, '\\$&').replaceAll('\n', '\\\n');
	const slanted = em ? `_${safe}_` : safe;
	return strong ? `**${slanted}**` : slanted;
}

/** Keeps words that would mean something else at the start of a line from doing so. */
const lineStart = (text: string): string =>
	text
		.replace(/^(?=[#>+=-])/gm, '\\')
		.replace(/^(\d+)(?=[.)])/gm, '$1\\')
		.replace(/^(e)xport\b|^(i)mport\b/gm, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
