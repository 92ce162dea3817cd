/** Made with the first use, because its tables take a while to load. */
let segmenter: Intl.Segmenter | undefined;

function graphemes(text: string): Intl.Segments {
	segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
	return segmenter.segment(text);
}

/** The number of characters as a person counts them: a family emoji is one, and so is a line break of two bytes. */
export function characters(text: string): number {
	let count = 0;
	for (const _ of graphemes(text)) count++;
	return count;
}

/** Whether a text has so many characters or fewer. No text has more of them than it has code units. */
export function fits(text: string, limit: number): boolean {
	if (text.length <= limit) return true;
	let count = 0;
	for (const _ of graphemes(text)) if (++count > limit) return false;
	return true;
}
