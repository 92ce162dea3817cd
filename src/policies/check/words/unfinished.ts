import type { Problem } from '../../problem.ts';
import { problem } from '../source/report.ts';
import type { Source, Span } from '../source/source.ts';
import { matches, type Text } from './text.ts';

const brackets = /\[(?!\^)[^\]\n]{1,200}\](?![(\][:])/g;
const marks = [
	/\b(?:TODO|TBC|TBD|FIXME|XXX+|T\.B\.C\.?|T\.B\.D\.?)\b/g,
	/\b(?:to be (?:confirmed|decided|agreed|completed)|lorem ipsum|insert (?:date|name|number|text) here)\b/gi,
	/\?{3,}|_{3,}|‹[^›\n]+›|«[^»\n]{1,60}»/g,
];

/** What was left to be filled in, in a text that readers are to see. */
export const placeholders = (text: Text): Problem[] =>
	each(
		text.file,
		[brackets, ...marks].flatMap((pattern) =>
			[...matches(text, pattern)].map(({ found: [found], span }) => ({ found, span })),
		),
	);

/** The sentences of front matter and of `policy.yaml` that readers are to see. */
const sentences =
	/^[ \t]*(?:- +)?(?:what|why|title|description|urgent|note):[ \t]+(\S.*)$|[{,][ \t]*note:[ \t]+([^\s,}][^,}\n]*)/gm;

/** What was left to be filled in, in the sentences of a stretch of YAML. */
export function placeholdersIn(file: Source, [from, to]: Span): Problem[] {
	const found = [...file.text.slice(from, to).matchAll(sentences)].flatMap((sentence) => {
		const words = sentence[1] ?? sentence[2] ?? '';
		const start = from + sentence.index + sentence[0].length - words.length;
		return marks.flatMap((pattern) =>
			[...words.matchAll(pattern)].map(({ 0: found, index }) => ({
				found,
				span: [start + index, start + index + found.length] as const,
			})),
		);
	});
	return each(file, found);
}

interface Found {
	readonly found: string;
	readonly span: Span;
}

/** Of places that overlap, the first. */
function each(file: Source, all: readonly Found[]): Problem[] {
	const taken: Span[] = [];
	return all.flatMap(({ found, span }) => {
		if (taken.some(([start, end]) => span[0] < end && span[1] > start)) return [];
		taken.push(span);
		return [problem([file, span], 'placeholder', { found })];
	});
}
