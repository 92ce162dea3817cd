import type { Span } from '../source/source.ts';
import { headings } from '../words/headings.ts';
import { spanOf, type Text, wordsOf } from '../words/text.ts';

/** The heading of a clause as it is written. */
export interface Head {
	readonly title: string;
	readonly depth: number;
	/** Its line, without what stands behind it. */
	readonly span: Span;
	/** The ids in it, each with its place; the first one is the clause's. */
	readonly ids: readonly { readonly id: string; readonly span: Span }[];
	/** A remark without an id, in the place of one. */
	readonly remark?: { readonly words: string; readonly span: Span };
	/** From its heading to the next one. */
	readonly clause: Span;
}

const named = /^\s*\/\*\s*#(\S*)\s*\*\/\s*$/;

/** The headings of a text, with their ids. */
export function heads(text: Text): Head[] {
	const found = headings(text);
	return found.map((heading, index): Head => {
		const span = spanOf(heading);
		const next = found[index + 1];
		const raw = text.file.text.slice(...span);
		const braces = [...raw.matchAll(/\{(\s*\/\*[\s\S]*?\*\/\s*)\}/g)].map(
			({ 0: all, 1: value = '', index }) => {
				const start = span[0] + index;
				return { value, span: [start, start + all.length] as Span };
			},
		);
		const ids = braces.flatMap(({ value, span: [start] }) => {
			const id = named.exec(value)?.[1];
			if (id === undefined) return [];
			const from = start + 1 + value.indexOf(id, value.indexOf('#'));
			return [{ id, span: [from, from + id.length] as Span }];
		});
		const remark = braces.find(({ value }) => !named.test(value));
		return {
			title: wordsOf(heading).trim(),
			depth: heading.depth,
			span,
			ids,
			clause: [span[0], next ? spanOf(next)[0] : text.body[1]],
			...(remark && {
				remark: { words: remark.value.replace(/^\s*\/\*|\*\/\s*$/g, '').trim(), span: remark.span },
			}),
		};
	});
}
