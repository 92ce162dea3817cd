/** Made with the first use, because its tables take a while to load. */
let segmenter: Intl.Segmenter | undefined;

/** The number of characters as a person counts them: a family emoji is one, and so is a line break of two bytes. */
export function characters(text: string): number {
	segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
	let count = 0;
	for (const _ of segmenter.segment(text)) count++;
	return count;
}

/** Whether a text has so many characters or fewer. No text has more of them than it has code units. */
export const fits = (text: string, limit: number): boolean =>
	text.length <= limit || characters(text) <= limit;
