/** A file's text as it is parsed: with what Markdown has no word for hidden, at the same places. */
export interface Hidden {
	/** As long as the file, character for character. */
	readonly text: string;
	/** What abbreviations stand for, by the abbreviation, with where each is said. */
	readonly abbreviations: ReadonlyMap<string, { readonly meaning: string; readonly at: number }>;
}

/** Signs of no language; each stands for one ASCII character of a comment. */
const base = 0xe000;

const comment = /\{(\/\*[\s\S]*?\*\/)\s*\}/g;
const hidden = /⸨([\uE000-\uE07F][^⸩]*)⸩/g;
const abbreviation = /^\*\[([^\]\n]+)\]:[ \t]+(\S.*?)[ \t]*$/gm;

/** Hides the comments and the abbreviations of a file, so that a Markdown parser passes over them. */
export function hide(source: string): Hidden {
	const abbreviations = new Map<string, { meaning: string; at: number }>();
	const text = source
		.replace(comment, (all) => `⸨${signs(all.slice(1, -1))}⸩`)
		.replace(abbreviation, (all: string, name: string, meaning: string, at: number) => {
			abbreviations.set(name, { meaning: shown(meaning), at });
			return ' '.repeat(all.length);
		});
	return { text, abbreviations };
}

const signs = (text: string): string =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends of a comment are hidden too
	text.replace(/[\x00-\x7F]/g, (sign) => String.fromCharCode(base + sign.charCodeAt(0)));

/** Hidden signs as they were written. */
export const shown = (text: string): string =>
	text.replace(/[\uE000-\uE07F]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - base));

/** Text cut at its comments: texts at even places, and between them what each comment says. */
export const cutAtComments = (text: string): string[] =>
	!text.includes('⸨')
		? [text]
		: text.split(hidden).map((part, index) => (index % 2 === 0 ? part : shown(part)));

/** Finds the line and column, both from 1, of a place in a text. */
export function places(source: string): (offset: number) => { line: number; column: number } {
	const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return (offset) => {
		const line = Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
		return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
	};
}
