import type { Source, Span } from '../source/source.ts';
import { nodes, spanOf, type Text, wordsOf } from '../words/text.ts';

/** A link as it is written. */
export interface Link {
	readonly file: Source;
	readonly words: string;
	readonly target: string;
	/** Where the whole link stands, and where its target does. */
	readonly whole: Span;
	readonly at: Span;
	/** Whether it was written as an address alone, without brackets. */
	readonly bare: boolean;
}

/** Every link of a text, those of tags too. */
export function linksOf(text: Text): Link[] {
	const { file } = text;
	return [...nodes(text.blocks)].flatMap(({ node }): Link[] => {
		const whole = spanOf(node);
		const raw = file.text.slice(...whole);
		if (node.type === 'link') {
			const pictured = [...nodes(node.children)].find((one) => one.node.type === 'image')?.node;
			const words =
				wordsOf(node).trim() || (pictured?.type === 'image' ? (pictured.alt ?? '') : '');
			const bare = !raw.startsWith('[');
			const at = bare ? whole : targetSpan(raw, whole[0]);
			const written = bare ? node.url : file.text.slice(...at);
			return [
				{ file, words, whole, at, bare, target: written.includes('\\') ? node.url : written },
			];
		}
		if (node.type === 'definition') {
			const start = whole[0] + raw.indexOf(node.url, raw.indexOf(']:'));
			const at: Span = [start, start + node.url.length];
			return [
				{ file, words: node.label ?? node.identifier, whole, at, bare: false, target: node.url },
			];
		}
		if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return [];
		return node.attributes.flatMap((attribute): Link[] => {
			if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'href') return [];
			if (typeof attribute.value !== 'string') return [];
			const found = /\bhref\s*=\s*["']/.exec(raw);
			const start = whole[0] + (found ? found.index + found[0].length : 0);
			const at: Span = [start, start + attribute.value.length];
			return [
				{ file, words: wordsOf(node).trim(), target: attribute.value, whole, at, bare: false },
			];
		});
	});
}

/** Where the target of `[words](target "title")` stands. */
function targetSpan(raw: string, start: number): Span {
	const open = raw.lastIndexOf('](') + 2;
	const inside = raw.slice(open, -1);
	const target = /^\s*(?:<([^>]*)>|(\S*))/.exec(inside);
	const words = target?.[1] ?? target?.[2] ?? '';
	const from = start + open + inside.indexOf(words);
	return [from, from + words.length];
}
