import type { Problem } from '../../problem.ts';
import { problem } from '../source/report.ts';
import { matches, type Text } from './text.ts';

const patterns = [
	/\[(?!\^)[^\]\n]{1,200}\](?![(\][:])/g,
	/\b(?:TODO|TBC|TBD|FIXME|XXX+|T\.B\.C\.?|T\.B\.D\.?)\b/g,
	/\b(?:to be (?:confirmed|decided|agreed|completed)|lorem ipsum|insert (?:date|name|number|text) here)\b/gi,
	/\?{3,}|_{3,}|‹[^›\n]+›|«[^»\n]{1,60}»/g,
];

/** What was left to be filled in, in a text that readers are to see. */
export function placeholders(text: Text): Problem[] {
	const taken: [number, number][] = [];
	return patterns.flatMap((pattern) =>
		[...matches(text, pattern)].flatMap(({ found: [found], span }) => {
			if (taken.some(([start, end]) => span[0] < end && span[1] > start)) return [];
			taken.push([span[0], span[1]]);
			return [problem([text.file, span], 'placeholder', { found })];
		}),
	);
}
