const segmenter = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/** The number of characters as a person counts them: a family emoji is one, and so is a line break of two bytes. */
export function characters(text: string): number {
	let count = 0;
	for (const _ of segmenter.segment(text)) count++;
	return count;
}
