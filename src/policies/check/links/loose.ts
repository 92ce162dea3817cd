import type { Problem } from '../../problem.ts';
import { problem, put } from '../source/report.ts';
import type { Span } from '../source/source.ts';
import { spanOf, nodes, matches, type Text } from '../words/text.ts';

const address = '(?:[#/.]|https?:|htt?ps?:|mailto:|tel:|www\\.)';

/** Brackets that were meant to make a link and do not. */
export function looseLinks(text: Text): Problem[] {
	const { plain } = text;
	const lines = [...nodes(text.blocks)].filter(({ node }) =>
		['paragraph', 'heading', 'tableCell'].includes(node.type),
	);
	const inLinks = [...nodes(text.blocks)].flatMap(({ node }) =>
		node.type === 'link' ? [spanOf(node)] : [],
	);
	const free = ([start]: Span) => !inLinks.some(([from, to]) => start >= from && start < to);
	const all = lines.flatMap(({ node }) => {
		const [start, end] = spanOf(node);
		return patterns.flatMap(({ pattern, told }) =>
			[...plain.slice(start, end).matchAll(pattern)].flatMap((found) => {
				const from = start + found.index;
				const span: Span = [from, from + found[0].trimEnd().length];
				return free(span) ? [told(text, span, found)] : [];
			}),
		);
	});
	return [...all, ...references(text)];
}

interface Pattern {
	readonly pattern: RegExp;
	readonly told: (text: Text, span: Span, found: RegExpExecArray | RegExpMatchArray) => Problem;
}

const patterns: readonly Pattern[] = [
	{
		pattern: new RegExp(`\\[([^\\]\\n]+)\\]\\s+\\((${address}[^)\\n]*)\\)`, 'g'),
		told: ({ file }, span, [, words = '', target = '']) => {
			const fixed = `[${words}](${target})`;
			return problem([file, span], 'link-gap', { fixed }, [put(file, span, fixed)]);
		},
	},
	{
		pattern: new RegExp(`\\(([^()\\n]+)\\)\\[(${address}[^\\]\\n]*)\\]`, 'g'),
		told: ({ file }, span, [, words = '', target = '']) => {
			const fixed = `[${words}](${target})`;
			return problem([file, span], 'link-reversed', { fixed }, [put(file, span, fixed)]);
		},
	},
	{
		pattern: /\[([^\]\n]+)\]\(([^)\s]*)\s+([^)"\n[(]*)\)/g,
		told: ({ file }, span, [, words = '', first = '', rest = '']) => {
			const target = `${first} ${rest}`;
			const edits = [put(file, span, `[${words}](${target.replace(/\s+/g, '')})`)];
			return problem([file, span], 'link-blank', { target }, edits);
		},
	},
	{
		pattern: /\[([^\]\n]+)\]\((?![^)\n[(]*\))(\S*)/g,
		told: ({ file }, span, [, words = '', target = '']) => {
			const clean = target.replace(/[.,;:!?]+$/, '');
			const fixed = `[${words}](${clean})`;
			const end = span[0] + words.length + 3 + clean.length;
			return problem([file, [span[0], end]], 'link-open', { fixed }, [
				put(file, [span[0], end], fixed),
			]);
		},
	},
	{
		pattern: new RegExp(`(?<!\\[[^\\[\\]\\n]*)\\]\\(${address}[^)\\s]*\\)`, 'g'),
		told: ({ file }, span) => problem([file, span], 'link-bracket', {}),
	},
];

/** References to addresses that stand nowhere in the file. */
function references(text: Text): Problem[] {
	return [...matches(text, /\[[^\]\n]+\]\[[^\]\n]*\]/g)].map(({ found: [found], span }) =>
		problem([text.file, span], 'link-reference', { found }),
	);
}
