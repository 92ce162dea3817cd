import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type HastNode, htmlToHast, markdownToHast } from 'satteri';
import { parse } from 'yaml';
import type { Decisions } from './decisions.ts';
import { find, wordsIn } from './hast.ts';

/** A picture that stood inside a file, and where it goes. */
export interface Picture {
	/** Its address at the site, which is its path in public/. */
	readonly src: string;
	readonly bytes: Uint8Array;
}

/** A file as HTML, whatever it was written in. */
export interface Page {
	readonly root: HastNode;
	/** What the file calls itself, if it does so outside its words. */
	readonly title?: string;
	readonly pictures: readonly Picture[];
}

/** The endings of the files that can be read. */
export const endings = ['.md', '.mdx', '.markdown', '.html', '.htm', '.docx'];

/** Reads a Markdown, HTML or Word file. */
export async function readFile(file: string, decisions: Decisions): Promise<Page> {
	const ending = extname(file).toLowerCase();
	if (ending === '.docx') return readWord(file, decisions);
	const text = readFileSync(file, 'utf8')
		.replace(/\r\n?/g, '\n')
		.replace(/^\uFEFF/, '');
	return ending.startsWith('.htm') ? readHtml(text) : readMarkdown(text);
}

const features = { rawHtml: true, definitionList: true, smartPunctuation: false } as const;

function readMarkdown(text: string): Page {
	const [front = '', yaml = ''] = /^---\n(.*?)^---$/ms.exec(text) ?? [];
	const { title } = (front && text.startsWith('---') ? parse(yaml) : undefined) ?? {};
	/** Comments of MDX are marks to Markdown: they become comments of HTML, but for the ids of headings. */
	const words = text.replace(/\{\/\*(?!\s*#)([\s\S]*?)\*\/\}/g, '<!--$1-->');
	const root = markdownToHast(withBreaks(words), { features });
	return {
		root: 'hast' in root ? root.hast : root,
		pictures: [],
		...(title && { title: String(title) }),
	};
}

/** Lines that start with a letter of a list stay lines: HTML would run them together. */
const withBreaks = (text: string): string =>
	text.replace(
		/^((?![#|]).*[^\s\\])[ \t]*\n(?=[ \t>]*(?:\([A-Za-z\d]{1,5}\)|[a-z]{1,4}[.)]) )/gm,
		'$1\\\n',
	);

function readHtml(text: string): Page {
	const root = htmlToHast(text);
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

async function readWord(file: string, decisions: Decisions): Promise<Page> {
	const { default: mammoth } = await import('mammoth');
	const pictures: Picture[] = [];
	const convertImage = mammoth.images.imgElement(async (image) => {
		const bytes = await image.readAsBuffer();
		const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
		const src = `/pictures/${name}.${image.contentType.split('/').at(-1)?.replace('jpeg', 'jpg')}`;
		pictures.push({ src, bytes });
		return { src };
	});
	/** The title stands above the headings. */
	const levels = [1, 2, 3, 4, 5].map(
		(level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`,
	);
	const styleMap = ["p[style-name='Title'] => h1:fresh", ...levels, 'strike => s'];
	const { value, messages } = await mammoth.convertToHtml(
		{ path: file },
		{ convertImage, styleMap },
	);
	for (const { message } of messages) decisions.add(`Word: ${message}`);
	if (value.includes('<ol>'))
		decisions.add(
			'Word does not say whether a list is numbered 1., 2. or (a), (b): lists are numbered 1., 2. here. Where letters stood, write them at the start of the items.',
		);
	return { root: htmlToHast(value), pictures };
}
