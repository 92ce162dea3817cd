import { escapeHtml } from '#src/escape-html.ts';
import type { Block, Document, Run, Style } from './document.ts';
import { draw } from './draw.ts';

/** The address of a footnote in its page. No id of a clause holds a colon, so the two never meet. */
export const noteId = (sign: string): string => `note:${encodeURIComponent(sign)}`;
/** The address of the first sign that leads to a footnote. */
const signId = (sign: string): string => `sign:${encodeURIComponent(sign)}`;

/** A run of text as HTML. */
export const runHtml = (run: Run): string => markedRun(run, '');

/** A run as HTML; the sign of a footnote has the attributes of `mark`. */
function markedRun({ text, href, ...style }: Run, mark: string): string {
	const inside = styled(escapeHtml(text).replaceAll('\n', '<br>'), style);
	const html = style.note ? `<sup${mark}><a href="#${noteId(text)}">${inside}</a></sup>` : inside;
	return href === undefined ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
}

/** The first sign of each footnote of a version, which the footnote leads back to. */
export type Signs = ReadonlySet<Run>;

export function firstSigns(document: Document): Signs {
	const found = new Map<string, Run>();
	for (const { title, blocks } of document)
		for (const run of [...title, ...blocks.flatMap(({ runs }) => runs)])
			if (run.note && !found.has(run.text)) found.set(run.text, run);
	return new Set(found.values());
}

/** Runs as HTML; first signs have addresses. */
export const runsHtml = (runs: readonly Run[], signs: Signs = new Set()): string =>
	runs.map((run) => markedRun(run, signs.has(run) ? ` id="${signId(run.text)}"` : '')).join('');

function styled(words: string, { image, code, abbr, em, strike, strong }: Style): string {
	let html = image ? `<img src="${escapeHtml(image.src)}" alt="${words}">` : words;
	if (code) html = `<code>${html}</code>`;
	if (abbr !== undefined) html = `<abbr title="${escapeHtml(abbr)}">${html}</abbr>`;
	if (em) html = `<em>${html}</em>`;
	if (strike) html = `<s>${html}</s>`;
	return strong ? `<strong>${html}</strong>` : html;
}

/** Blocks as HTML: paragraphs, tables and what holds others, nested. Footnotes lead back to first signs. */
export function blocksHtml(blocks: readonly Block[], signs: Signs = new Set()): string {
	const signed = new Set([...signs].map(({ text }) => text));
	return draw(blocks, {
		inside: ({ anchors, runs, kind, label = '' }) =>
			anchors.map((id) => `<a id="${id}"></a>`).join('') +
			runsHtml(runs, signs) +
			(kind === 'note' && signed.has(label) ? wayBack(label) : ''),
		mark: ({ kind, label = '' }) => (kind === 'note' ? ` id="${noteId(label)}"` : ''),
	});
}

const arrow =
	'<svg width="1em" height="1em" viewBox="0 0 16 16" fill="none" stroke="currentColor"><path d="M8 14V3M4 7l4-4 4 4"/></svg>';

/** A link that adds no letter to the words of the policy. */
const wayBack = (label: string): string =>
	`<a class="remark unprinted" href="#${signId(label)}" aria-label="Back to where footnote ${label} is named"> ${arrow}</a>`;
