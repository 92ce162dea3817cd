import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Span } from '../source/source.ts';
import { matches, nodes, spanOf, type Text } from './text.ts';

/** Marks that were meant to make words bold or slanted and that readers would see. */
export function looseMarks(text: Text): Problem[] {
	const found = [
		...matches(
			text,
			/\*\*|__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[\w])|(?<=\w)_(?![\w_])/g,
		),
	];
	return found.map(({ found: [marks], span }) =>
		problem([text.file, span], 'bold-open', { marks }),
	);
}

/** Entities that no browser knows: the compiler leaves them as letters. */
export function strangeEntities(text: Text): Problem[] {
	const { file } = text;
	return [...matches(text, /&[A-Za-z]{2,12};/g)].flatMap(({ found: [found], span }) =>
		compiledWords(text, span).includes(found)
			? [problem([file, span], 'entity-unknown', { found })]
			: [],
	);
}

/** The words that the compiler made of the stretch around a span. */
function compiledWords({ blocks }: Text, [start]: Span): string {
	const stack = [...blocks];
	for (let node = stack.pop(); node; node = stack.pop()) {
		const { position } = node;
		if (
			node.type === 'text' &&
			(position?.start.offset ?? 0) <= start &&
			(position?.end.offset ?? 0) > start
		)
			return node.value;
		if ('children' in node) stack.push(...node.children);
	}
	return '';
}

/** Items of lists that hold nothing. */
export const emptyItems = ({ file, blocks }: Text): Problem[] =>
	[...nodes(blocks)].flatMap(({ node }) =>
		node.type === 'listItem' && node.children.length === 0
			? [problem([file, spanOf(node)], 'item-empty', {})]
			: [],
	);

/** Lines that were meant to be items of a list or headings, and are not. */
export function looseLines(text: Text): Problem[] {
	const { file } = text;
	return text.blocks
		.flatMap((block) => linesOf(text, block))
		.flatMap(({ words, start }) => {
			const bullet = /^(?:[•·●○▪■◦‣∙*]|[–—](?=\s)|o(?=\s{2,}|\t))[ \t\u00a0]*/u.exec(words)?.[0];
			if (bullet !== undefined && !/^\*\S/.test(words)) {
				const span: Span = [start, start + bullet.length];
				const found = bullet.trim();
				return [
					problem([file, [start, start + found.length]], 'bullet-typed', { found }, [
						put(file, span, '- '),
					]),
				];
			}
			const found = /^(?:-(?=[A-Za-z“"'[])|\d{1,2}[.)](?=[A-Za-z“"'[]))/.exec(words)?.[0];
			if (found !== undefined) {
				const end = start + found.length;
				return [
					problem([file, [start, end]], 'list-blank', { found }, [put(file, [end, end], ' ')]),
				];
			}
			const marks = /^#{1,6}(?=[^\s#])|^#{1,6}(?=\u00a0)/.exec(words)?.[0];
			if (marks !== undefined && (marks.length > 1 || /^#[A-Z\u00a0]/.test(words))) {
				const end = start + marks.length;
				const stop = words[marks.length] === '\u00a0' ? end + 1 : end;
				return [
					problem([file, [start, end]], 'heading-blank', { marks }, [put(file, [end, stop], ' ')]),
				];
			}
			return [];
		});
}

/** The lines of the paragraphs in a block. */
function linesOf(text: Text, block: Text['blocks'][number]): { words: string; start: number }[] {
	if (block.type === 'paragraph') {
		let start = block.position?.start.offset ?? 0;
		const end = block.position?.end.offset ?? start;
		return text.plain
			.slice(start, end)
			.split('\n')
			.map((line) => {
				const indent = line.length - line.trimStart().length;
				const one = { words: line.trim(), start: start + indent };
				start += line.length + 1;
				return one;
			});
	}
	return 'children' in block && block.type !== 'heading'
		? block.children.flatMap((child) => linesOf(text, child))
		: [];
}
