import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type HastNode, htmlToHast, markdownToHast } from 'satteri';
import { parse } from 'yaml';
import type { Decisions } from './decisions.ts';
import { attribute, childrenOf, find, isElement, wordsIn } from './hast.ts';
import type { Page } from './page.ts';
import { readWord } from './word/read-word.ts';

/** The endings of the files that can be read. */
export const endings = ['.md', '.mdx', '.markdown', '.html', '.htm', '.docx'];

/** Reads a Markdown, HTML or Word file. */
export async function readFile(file: string, decisions: Decisions): Promise<Page> {
	const ending = extname(file).toLowerCase();
	if (ending === '.docx') return readWord(file, decisions);
	const text = readFileSync(file, 'utf8')
		.replace(/\r\n?/g, '\n')
		.replace(/^\uFEFF/, '');
	return ending.startsWith('.htm') ? readHtml(text, decisions) : readMarkdown(text, decisions);
}

const features = { rawHtml: true, definitionList: true, smartPunctuation: false } as const;

function readMarkdown(text: string, decisions: Decisions): Page {
	const [front = '', yaml = ''] = /^---\n(.*?)^---$/ms.exec(text) ?? [];
	const { title } = (front && text.startsWith('---') ? parse(yaml) : undefined) ?? {};
	/** Comments of MDX are marks to Markdown: they become comments of HTML, but for the ids of headings. */
	const words = withoutAttributes(
		text.replace(/\{\/\*(?!\s*#)([\s\S]*?)\*\/\}/g, '<!--$1-->'),
		decisions,
	);
	for (const [, sign = ''] of words.matchAll(/^\[\^([^\]\n]+)\]:/gm))
		if (words.split(`[^${sign}]`).length === 2)
			decisions.add(`The footnote [^${sign}] was left out: no word leads to it.`);
	const root = markdownToHast(withBreaks(words), { features });
	return {
		root: 'hast' in root ? root.hast : root,
		pictures: [],
		...(title && { title: String(title) }),
	};
}

/** Text without the lines of attributes that site generators take, such as `{:toc}`. */
const withoutAttributes = (text: string, decisions: Decisions): string =>
	text.replace(/^[ \t]*(\{:[^}\n]*\})[ \t]*$/gm, (_, line: string) => {
		decisions.add(`${line} was left out: it is for the program that made the page.`);
		return '';
	});

/** Lines that start with a letter of a list stay lines: HTML would run them together. */
const withBreaks = (text: string): string =>
	text.replace(
		/^((?![#|]).*[^\s\\])[ \t]*\n(?=[ \t>]*(?:\([A-Za-z\d]{1,5}\)|[a-z]{1,4}[.)]) )/gm,
		'$1\\\n',
	);

function readHtml(text: string, decisions: Decisions): Page {
	const root = htmlToHast(text);
	for (const words of hiddenIn(root))
		decisions.add(
			`Words that the page hides were read: “${words.slice(0, 60)}”. Take them out where readers should not see them.`,
		);
	const title = find(root, 'title');
	return {
		root,
		pictures: [],
		...(title && {
			title:
				wordsIn(title)
					.split(/\s[|–-]\s/)[0]
					?.trim() ?? '',
		}),
	};
}

/** The words of the elements that a page does not show. */
function hiddenIn(node: HastNode): string[] {
	const isHidden =
		isElement(node) &&
		('hidden' in node.properties || /display:\s*none/i.test(attribute(node, 'style')));
	const words = wordsIn(node).replace(/\s+/g, ' ').trim();
	if (isHidden) return words ? [words] : [];
	return childrenOf(node).flatMap(hiddenIn);
}
