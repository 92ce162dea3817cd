import { escapeHtml } from '#src/escape-html.ts';
import type { Block, Run, Style } from './document.ts';
import { draw } from './draw.ts';

/** The address of a footnote in its page. No id of a clause holds a colon, so the two never meet. */
const noteId = (sign: string): string => `note:${encodeURIComponent(sign)}`;

/** A run of text as HTML. */
export function runHtml({ text, href, ...style }: Run): string {
	const inside = styled(escapeHtml(text).replaceAll('\n', '<br>'), style);
	const html = style.note ? `<sup><a href="#${noteId(text)}">${inside}</a></sup>` : inside;
	return href === undefined ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
}

function styled(words: string, { image, code, abbr, em, strike, strong }: Style): string {
	let html = image ? `<img src="${escapeHtml(image.src)}" alt="${words}">` : words;
	if (code) html = `<code>${html}</code>`;
	if (abbr !== undefined) html = `<abbr title="${escapeHtml(abbr)}">${html}</abbr>`;
	if (em) html = `<em>${html}</em>`;
	if (strike) html = `<s>${html}</s>`;
	return strong ? `<strong>${html}</strong>` : html;
}

/** Blocks as HTML: paragraphs, tables and what holds others, nested. */
export const blocksHtml = (blocks: readonly Block[]): string =>
	draw(blocks, {
		inside: ({ anchors, runs }) =>
			anchors.map((id) => `<a id="${id}"></a>`).join('') + runs.map(runHtml).join(''),
		mark: ({ kind, label = '' }) => (kind === 'note' ? ` id="${noteId(label)}"` : ''),
	});
