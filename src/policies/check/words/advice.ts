import type { Problem } from '../../problem.ts';
import { problem } from '../source/report.ts';
import { position, type Span } from '../source/source.ts';
import { laws } from './laws.ts';
import { paragraphs, spanOf, type Text } from './text.ts';

const most = 40;
let segmenter: Intl.Segmenter | undefined;

/** Sentences that are hard to follow because they are long. */
export function longSentences(text: Text): Problem[] {
	segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'sentence' });
	const sentences = segmenter;
	return paragraphs(text).flatMap(({ node }) => {
		const [start, end] = spanOf(node);
		const words = text.plain
			.slice(start, end)
			.replace(/\]\([^)\s]*\)/g, (target) => ' '.repeat(target.length));
		if (words.split(/\s+/).length <= most) return [];
		return [...sentences.segment(words)].flatMap(({ segment, index }) => {
			const count = segment.match(/[\p{L}\p{N}][\p{L}\p{N}’'.@/-]*/gu)?.length ?? 0;
			const from = start + index + (segment.length - segment.trimStart().length);
			const span: Span = [from, start + index + segment.trimEnd().length];
			return count > most ? [problem([text.file, span], 'sentence-long', { count })] : [];
		});
	});
}

/** Law that is no longer in force. */
export const oldLaw = (text: Text): Problem[] =>
	laws.flatMap(({ pattern, law, since, now }) =>
		[...text.plain.matchAll(pattern)].map(({ 0: found, index }) =>
			problem([text.file, [index, index + found.length]], 'law-old', { law, since, now }),
		),
	);

/** A term in bold or in quotation marks, with what stands behind it. */
const marked = /(\*\*|\((?:the )?[“"]|[“"])(\p{L}[\p{L} -]{3,60})(?:\*\*|[”"])(\)| \w+)?/gu;

/** Whether a term in marks is defined where it stands: “… means”, or (“…”) behind what it stands for. */
function defines([, mark = '', , behind = '']: RegExpExecArray): boolean {
	if (mark.startsWith('(')) return behind === ')';
	return (mark === '**' ? / (?:means?|is|are)$/ : / means?$/).test(behind);
}

/** Terms that are used before the place where they are defined. */
export function earlyTerms({ file, plain, body }: Text): Problem[] {
	return [...plain.slice(body[0]).matchAll(marked)].filter(defines).flatMap((found) => {
		const [, , term = ''] = found;
		const at = body[0] + found.index;
		const line = position(file, at).line;
		const use = new RegExp(
			`(?<![\\p{L}\\p{N}])${term.replace(/ /g, '\\s+')}(?![\\p{L}\\p{N}])`,
			'u',
		);
		const before = plain.slice(body[0], at);
		const paragraph = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n\r\n'));
		const early = use.exec(before.slice(0, Math.max(paragraph, 0)));
		if (!early) return [];
		const start = body[0] + early.index;
		return [problem([file, [start, start + early[0].length]], 'term-early', { term, line })];
	});
}
