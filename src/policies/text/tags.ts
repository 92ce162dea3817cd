/** HTML that says what Markdown says too, as patterns and their Markdown. */
const inMarkdown: readonly (readonly [RegExp, string])[] = [
	[/<(b|strong)(?:\s[^>]*)?>(.*?)<\/\1>/gi, '**$2**'],
	[/<(i|em|cite|dfn|var)(?:\s[^>]*)?>(.*?)<\/\1>/gi, '_$2_'],
	[/<(s|del|strike)(?:\s[^>]*)?>(.*?)<\/\1>/gi, '~~$2~~'],
	[/<(code|kbd|samp|tt)(?:\s[^>]*)?>(.*?)<\/\1>/gi, '`$2`'],
	[/<a\s[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gi, '[$2]($1)'],
	[/<a\s[^>]*(?:id|name)="[^"]*"[^>]*>(.*?)<\/a>/gi, '$1'],
	[/<img\s[^>]*src="([^"]*)"[^>]*alt="([^"]*)"[^>]*>/gi, '![$2]($1)'],
	[/<img\s[^>]*alt="([^"]*)"[^>]*src="([^"]*)"[^>]*>/gi, '![$1]($2)'],
	[/<hr\b[^>]*>/gi, '***'],
	[/<!--\s*(.*?)\s*-->/g, '{/* $1 */}'],
	[/<\/?(?:span|font|u|ins|small|big|mark|center|p|div|section)\b[^>]*>/gi, ''],
	[/\s*<br\b[^>]*>\s*$/gim, '\\'],
];

/** What to write where the words themselves cannot be put into Markdown. */
const cures: Record<string, string> = {
	br: 'end the line with a backslash and go on in the next',
	b: 'write **words**',
	strong: 'write **words**',
	i: 'write _words_',
	em: 'write _words_',
	s: 'write ~~words~~',
	del: 'write ~~words~~',
	code: 'write `words`',
	a: 'write [words](address); a clause gets its address from {/* #id */} in its heading',
	img: 'write ![what it shows](/picture.png)',
	hr: 'write *** on a line of its own',
	ul: 'start each item with “- ”',
	ol: 'start each item with its number: “1. ”, or “(a) ”',
	li: 'start each item with “- ”, or with its number: “1. ”',
	table: 'write a row as | one | two |, and |---|---| under the first',
	blockquote: 'start each line with “> ”',
	dl: 'write the term on one line and “: meaning” on the next',
	abbr: 'write the short word, and at the end of the file *[short]: what it stands for',
	sup: 'write the sign itself, such as ² or ™, or a footnote: [^1]',
	sub: 'write the sign itself, such as ₂',
	'!--': 'write {/* a remark such as this */}',
};

/** What to say of a heading, a paragraph and the like, whose tags stand around words. */
const wrapping = 'take the tags out, and part paragraphs by an empty line';

/** The name of a tag, in lower case; `!--` for a comment. */
export const tagName = (html: string): string =>
	/^<\/?(!--|[a-z][\w.-]*)/i.exec(html)?.[1]?.toLowerCase() ?? '';

/** The cure for a piece of HTML, with the words around it as Markdown where they can be said so. */
export function htmlMessage(html: string, around: string): string {
	const tag = /^<!--|^<[^>]*>?/.exec(html)?.[0].split('\n')[0] ?? '<';
	const name = tagName(html);
	if (/^<\/?[A-Z]/.test(html))
		return `A policy holds words, not components such as ${tag}: write the words themselves.`;
	const cure = /^h[1-6]$/.test(name) ? 'start the line with ##' : (cures[name] ?? wrapping);
	return `A policy is Markdown, without HTML. Instead of ${tag} ${cure}.${toPaste(around)}`;
}

/** The words around a piece of HTML with all of it as Markdown; nothing where that cannot be. */
function toPaste(around: string): string {
	const markdown = inMarkdown
		.reduce((words, [tag, sign]) => words.replace(tag, sign), around)
		.replace(/<br\b[^>]*>\s*/gi, '\\\n');
	if (/<[/a-z!]/i.test(markdown)) return '';
	const lines = markdown.split('\n').map((line) => line.trim());
	return ` Write: ${lines.filter(Boolean).join(' and on the next line: ')}`;
}

/** The message for a `<` or `{` in the words of a line, with the line as it should be. */
export function escapeMessage(sign: string, line: string): string {
	const safe = line.replace(/(?<!\\)<(?!\s)|(?<!\\)[{}]/g, '\\$&');
	const why = sign === '<' ? 'starts a tag' : 'opens a comment';
	return `In a policy ${sign} ${why}. Write \\${sign} for the sign itself: ${safe.trim()}`;
}
