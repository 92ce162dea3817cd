import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import { newline, type Span } from '../source/source.ts';
import { nodes, spanOf, type Text } from './text.ts';

/** Rows that do not fit their table, and lines that were meant to be one. */
export function tableMistakes(text: Text): Problem[] {
	return [...nodes(text.blocks)].flatMap(({ node }) => {
		if (node.type === 'table') return rowMistakes(text, node);
		return node.type === 'paragraph' ? noTable(text, spanOf(node)) : [];
	});
}

type Table = Extract<Text['blocks'][number], { type: 'table' }>;

function rowMistakes({ file }: Text, table: Table): Problem[] {
	const [first, ...rows] = table.children;
	const head = first?.children.length ?? 0;
	return rows.flatMap((row) => {
		const span = spanOf(row);
		const count = row.children.length;
		if (!file.text.slice(...span).includes('|')) {
			const edits = [put(file, [span[0], span[0]], newline(file))];
			return [problem([file, span], 'table-over', {}, edits)];
		}
		return count === head ? [] : [problem([file, span], 'table-row', { count, head })];
	});
}

function noTable({ file, plain }: Text, [start, end]: Span): Problem[] {
	const lines = plain.slice(start, end).split(/\r?\n/);
	const rows = lines.filter((line) => /^\s*\|.*\|.*\|?\s*$/.test(line));
	if (rows.length < 2 || rows.length < lines.length - 1) return [];
	const [first = '', second = ''] = rows;
	const cells = first
		.trim()
		.replace(/^\||\|$/g, '')
		.split('|').length;
	const fixed = `|${'---|'.repeat(cells)}`;
	const from = start + plain.slice(start, end).indexOf(/^[\s|:-]+$/.test(second) ? second : first);
	const ruled = /^[\s|:-]+$/.test(second);
	const stop = from + (ruled ? second : first).length;
	const edit = ruled
		? put(file, [from, stop], fixed)
		: put(file, [stop, stop], newline(file) + fixed);
	return [problem([file, [from, stop]], 'table-line', { fixed }, [edit])];
}
