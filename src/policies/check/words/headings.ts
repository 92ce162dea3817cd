import type { MdastNode } from 'satteri';
import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Span } from '../source/source.ts';
import { childrenOf, spanOf, type Text, wordsOf } from './text.ts';

export type Heading = Extract<MdastNode, { type: 'heading' }>;

/** The headings of a text, in order. */
export const headings = ({ blocks }: Text): Heading[] => blocks.flatMap(headingsIn);

/** The headings in a node; running words hold none. */
function headingsIn(node: MdastNode): Heading[] {
	if (node.type === 'heading') return [node];
	return node.type === 'paragraph' ? [] : childrenOf(node).flatMap(headingsIn);
}

/** Mistakes in single headings: no words, a typed number, dashes below words, a level left out. */
export function headingMistakes(text: Text): Problem[] {
	let before = 1;
	return headings(text).flatMap((heading) => {
		const found = one(text, heading) ?? level(text, heading, before);
		before = heading.depth;
		return found ? [found] : [];
	});
}

function one({ file }: Text, heading: Heading): Problem | undefined {
	const [start, end] = spanOf(heading);
	const raw = file.text.slice(start, end);
	if (!raw.startsWith('#')) {
		const rule = start + raw.lastIndexOf('\n') + 1;
		const span: Span = [rule, start + raw.trimEnd().length];
		return problem([file, span], 'heading-line', {}, [
			put(file, [rule, rule], raw.includes('\r\n') ? '\r\n' : '\n'),
		]);
	}
	const words = wordsOf(heading).trim();
	const hashes = /^#+/.exec(raw)?.[0].length ?? 1;
	if (words === '') return problem([file, [start, end]], 'heading-empty', {});
	const number = /^(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|\([a-z\d]\)|[a-z]\)|§\s?\d+)\s+/i.exec(
		words,
	)?.[0];
	if (number !== undefined) {
		const from = start + raw.indexOf(number.trim(), hashes);
		const span: Span = [from, from + number.length];
		const place = [file, [from, from + number.trim().length]] as const;
		return problem(place, 'heading-number', { found: number.trim() }, [put(file, span, '')]);
	}
	return undefined;
}

function level({ file }: Text, heading: Heading, before: number): Problem | undefined {
	const [start] = spanOf(heading);
	const span: Span = [start, start + heading.depth];
	if (heading.depth === 1) return problem([file, span], 'heading-one', {}, [put(file, span, '##')]);
	if (heading.depth <= before + 1 && heading.depth <= 4) return undefined;
	const depth = Math.min(before + 1, 4);
	const [marks, fixed, was] = [heading.depth, depth, before].map((count) => '#'.repeat(count));
	if (marks === undefined || fixed === undefined || was === undefined) return undefined;
	return problem([file, span], 'heading-jump', { marks, fixed, before: was }, [
		put(file, span, fixed),
	]);
}

/** Headings with nothing under them; a heading that only has headings inside it holds those. */
export function emptyClauses({ file, blocks }: Text): Problem[] {
	return blocks.flatMap((block, index) => {
		if (block.type !== 'heading') return [];
		const next = blocks.slice(index + 1).find((one) => !/^mdx.*Expression$/.test(one.type));
		const empty = next === undefined || (next.type === 'heading' && next.depth <= block.depth);
		if (!empty || wordsOf(block).trim() === '') return [];
		return [problem([file, spanOf(block)], 'clause-empty', {})];
	});
}
