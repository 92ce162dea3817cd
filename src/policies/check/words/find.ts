import type { Span } from '../source/source.ts';
import type { Text } from './text.ts';

const special = /[.*+?^${}()|[\]\\/]/g;

/** Where words of a version stand in its file, whatever marks and line ends are among them; undefined where they are not. */
export function find(
	{ file }: Pick<Text, 'file'>,
	[start, end]: Span,
	words: string,
): Span | undefined {
	const parts = words.trim().split(/\s+/).filter(Boolean);
	if (parts.length === 0) return undefined;
	const gap = '(?:[\\s*_|]|\\\\|\\]\\([^)]*\\)|\\[|<[^>]*>)*';
	const letters = (part: string) =>
		[...part]
			.map((sign) => `\\\\?${sign.replace(special, '\\$&')}`)
			.join('(?:\\*\\*|__|[*_[]|\\]\\([^)]*\\))?');
	const pattern = new RegExp(parts.map(letters).join(`${gap}\\s+${gap}`));
	const found = pattern.exec(file.text.slice(start, end));
	return found ? [start + found.index, start + found.index + found[0].length] : undefined;
}
